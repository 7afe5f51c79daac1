import type { PlaceFacts } from '../export/place-facts';
import type { IssueWordsStore } from '../issue-words';
import type { Review } from '../review-model';
import { KeyResultSlide } from './key-result-slide';
import { LearnedSlide } from './learned-slide';
import { OverviewSlide } from './overview-slide';
import type { Slide } from './slides';
import { WorkSlide } from './work-slide';

export const SlideContent = ({
  slide,
  review,
  facts,
  words,
  hasValues,
}: {
  readonly slide: Slide;
  readonly review: Review;
  readonly facts: PlaceFacts;
  readonly words: IssueWordsStore;
  readonly hasValues: boolean;
}) => {
  switch (slide.kind) {
    case 'overview':
      return <OverviewSlide title={slide.title} review={review} facts={facts} hasValues={hasValues} />;
    case 'key-result':
      return <KeyResultSlide row={slide.row} review={review} words={words} />;
    case 'work':
      return <WorkSlide title={slide.title} review={review} />;
    case 'learned':
      return <LearnedSlide title={slide.title} review={review} />;
  }
};
