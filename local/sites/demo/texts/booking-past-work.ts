import type { EpicText } from './epic-text';

/** What Booking worked on in the closed cycle. */
export const BOOKING_PAST_WORK: readonly EpicText[] = [
  {
    name: 'Waiting room for peak days',
    about:
      'When a bank holiday goes on sale, people should wait in a fair queue instead of meeting an error page.',
    window: 'past',
    serves: 'waiting-room-losses',
    tagged: true,
    labels: ['peak', 'web'],
    stories: [
      'Put visitors into a queue above 900 sessions',
      'Tell people how long the wait will be',
      'Let people leave the queue and come back to their place',
      'Open the queue an hour before a sale starts',
      'Show the timetable to read while waiting',
      'Give travel agents their own lane',
    ],
    bugs: ['The queue lets people in twice after a reload', 'The estimated wait jumps up at the end'],
    things: ['queue page', 'place in the queue', 'opening notice', 'agent lane', 'queue limit'],
  },
  {
    name: 'Faster checkout pages',
    about: 'The checkout took five seconds on a phone in the harbour. Two is the limit.',
    window: 'past',
    serves: 'checkout-load-time',
    tagged: false,
    labels: ['performance', 'web'],
    stories: [
      'Load fares for the chosen day only',
      'Serve harbour pictures in the size that is shown',
      'Start the payment form before it is needed',
      'Keep the timetable in the browser for ten minutes',
      'Render the fare table without the map',
      'Drop the chat script from checkout',
    ],
    bugs: ['Fares load twice when the date changes', 'The map blocks the page on older phones'],
    things: ['fare table', 'harbour map', 'payment form', 'timetable cache', 'seat picture'],
  },
  {
    name: 'Family booking',
    about: 'Two adults, three children, a dog and a roof box: one booking, one payment.',
    window: 'past',
    serves: 'family-bookings',
    tagged: true,
    labels: ['families'],
    stories: [
      'Add children with their age instead of a fare class',
      'Offer the family fare as soon as it is cheaper',
      'Book a pet along with the family',
      'Choose seats together for everybody',
      'Let grandparents be added later',
      'Show one total with what each person costs',
    ],
    bugs: [
      'A child who turns four on the trip pays twice',
      'The family fare disappears when a bicycle is added',
    ],
    things: ['traveller list', 'family fare', 'age field', 'pet ticket', 'seat plan'],
  },
];
