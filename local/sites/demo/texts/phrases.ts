/** Sentences with a hole, for the issues beyond those that are written out. `{thing}` is a noun of the epic's. */
export type Phrases = {
  readonly stories: readonly string[];
  readonly tasks: readonly string[];
  readonly bugs: readonly string[];
};

/** For what people see and use. */
export const SEEN: Phrases = {
  stories: [
    'Remember the {thing} between visits',
    'Let people correct the {thing} without starting over',
    'Explain the {thing} in plain words',
    'Make the {thing} work with a keyboard alone',
    'Show the {thing} on small screens',
    'Offer the {thing} in Polish and Swedish',
    'Say why the {thing} is not available instead of hiding it',
    'Put the {thing} where people look first',
    'Ask for less before showing the {thing}',
    'Test two versions of the {thing} with real travellers',
    'Show progress while the {thing} loads',
    'Keep the {thing} usable on a weak connection',
    'Send the {thing} by mail as well',
    'Let the help desk see the {thing} that the customer sees',
  ],
  tasks: [
    'Measure how often the {thing} is used',
    'Write the support page about the {thing}',
    'Load-test the {thing} for a bank holiday',
    'Remove the old code behind the {thing}',
    'Add an alarm for the {thing}',
    'Move the settings of the {thing} out of the code',
    'Review the {thing} with the accessibility group',
    'Agree the wording of the {thing} with legal',
    'Cover the {thing} with end-to-end tests',
    'Upgrade the library behind the {thing}',
  ],
  bugs: [
    'The {thing} shows yesterday’s data after midnight',
    'The {thing} is cut off in landscape',
    'The {thing} spins for ever when the connection drops',
    'The {thing} forgets its state on “back”',
    'Two taps in a row send the {thing} twice',
    'The {thing} ignores the chosen language',
    'The {thing} cannot be read in dark mode',
    'An apostrophe in a name breaks the {thing}',
    'Screen readers skip the {thing}',
    'The {thing} is empty for bookings made before spring',
    'The {thing} counts an infant as an adult',
    'Summer time moves the {thing} by an hour',
  ],
};

/** For what works behind it. */
export const UNSEEN: Phrases = {
  stories: [
    'Show who last changed the {thing}',
    'Let the harbour offices change the {thing} themselves',
    'Give the {thing} a page that says how it is',
    'Keep the {thing} going when its neighbour is down',
    'Write to the log what the {thing} decided',
    'Ask for a second pair of eyes before the {thing} changes',
    'Make the {thing} the same for all harbours',
    'Tell the person on call when the {thing} needs a hand',
    'Try changes of the {thing} on one harbour first',
    'Bring the {thing} back within ten minutes',
  ],
  tasks: [
    'Document the {thing}',
    'Move the {thing} to the new cluster',
    'Remove what is left of the old {thing}',
    'Renew the licence for the {thing}',
    'Tidy up the rights on the {thing}',
    'Cover the {thing} with tests',
    'Rehearse the loss of the {thing}',
    'Upgrade what the {thing} is built on',
    'Take the {thing} into the backup',
    'Hand the {thing} over to Samir',
  ],
  bugs: [
    'The {thing} is a day behind after the weekend',
    'The {thing} cannot be opened from the northern harbour',
    'The {thing} stops when the disk is full',
    'The {thing} shows the wrong time zone',
    'Nobody but Yuki can change the {thing}',
    'The {thing} writes the same line to the log every second',
    'A restart loses the settings of the {thing}',
    'The {thing} mixes up two ships of the same name',
    'The {thing} is slow on the first of the month',
  ],
};

export const SUBTASK_PHRASES: readonly string[] = [
  'Agree the behaviour with the product owner',
  'Back end',
  'Front end',
  'Copy and translations',
  'Try it on a real crossing',
  'Accessibility check',
  'Analytics event',
  'Clean up the feature switch',
  'Write the release note',
  'Review with the help desk',
];

export const DESCRIPTIONS: readonly string[] = [
  'Came up in the interviews on the 07:40 sailing: people know what they want and cannot find it.',
  'The help desk gets this question several times a day. See the list they keep.',
  'Follow-up from the last sprint review.',
  'Small on its own, but it blocks the next step of the epic.',
  'Seen by the crew of the “Tern” twice last week. Steps and a photo are with the harbour office.',
  'Analytics says that a fifth of the visitors never get past this point.',
  'Agreed with the harbour masters. They would like to try it on one line first.',
  'Please keep the old way working until the season ends.',
  '',
  '',
];

export const EXEMPTION_NOTES: Readonly<Record<string, readonly string[]>> = {
  'tech-debt': [
    'Keeps us able to change things; no goal asks for it.',
    'Library is out of support in spring.',
  ],
  operations: ['Has to be done every month.', 'The harbour office needs it to sail.'],
  bug: ['A fix, not a step towards a goal.', 'Broke with the last release; we clean up after ourselves.'],
  discovery: ['We want to learn before we promise anything.', 'Two days of looking, then we decide.'],
  other: ['Asked for by the authority.', 'One-off for the open day.'],
};
