import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Announcement } from '../../shared/announcement';
import { placeFacts } from '../export/place-facts';
import { reviewOf } from '../review-model';
import type { ToolProps } from '../review-tools';
import { leaveFullScreen } from './full-screen';
import { SlideBar } from './slide-bar';
import { SlideContent } from './slide-content';
import { indexAfter, slidesOf, stepOf, type Step } from './slides';
import styles from './present.module.css';

/** A review for a room: one slide at a time over the whole frame, or the whole screen where the browser lets it. */
export const Present = ({ shown, boardId, boardName, words, onClose }: ToolProps) => {
  const { view, work, valuesProblem } = shown;
  const review = useMemo(
    () => reviewOf(view, boardId, work.state === 'ready' ? work.work : null),
    [view, boardId, work],
  );
  const facts = useMemo(() => placeFacts({ review, boardName }), [review, boardName]);
  const slides = useMemo(() => slidesOf(review, facts.name), [review, facts]);
  const [id, setId] = useState('overview');
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  const index = Math.max(
    slides.findIndex((slide) => slide.id === id),
    0,
  );
  const slide = slides[index];
  const position = `Slide ${index + 1} of ${slides.length}`;

  const go = (step: Step): void => {
    if (step === 'leave') return onClose();
    const to = slides[indexAfter(step, index, slides.length)];
    if (to === undefined || to.id === id) return;
    setId(to.id);
    setSaid(`Slide ${slides.indexOf(to) + 1} of ${slides.length}: ${to.title}`);
    place.current?.scrollTo(0, 0);
  };
  const isLong = useIsLong(place, id);
  useKeys(place, go);
  useAlone();
  useEnd(onClose);
  useEffect(() => place.current?.focus(), []);

  if (slide === undefined) return null;
  return createPortal(
    <div className={styles.room}>
      <main className={styles.stage} aria-label="Presentation of the review">
        <section
          ref={place}
          className={styles.slide}
          // What does not fit must be reached by who scrolls with keys; else there is nothing to stop at.
          tabIndex={isLong ? 0 : -1}
          aria-label={`${position}: ${slide.title}`}
          aria-roledescription="slide"
        >
          <div key={slide.id} className={styles.content}>
            <SlideContent
              slide={slide}
              review={review}
              facts={facts}
              words={words}
              hasValues={valuesProblem === null}
            />
          </div>
        </section>
        <SlideBar index={index} count={slides.length} onStep={go} />
        <Announcement>{said}</Announcement>
      </main>
    </div>,
    document.body,
  );
};

/** Keys go from slide to slide wherever the focus is; up and down first move a slide that is longer than the screen. */
const useKeys = (place: React.RefObject<HTMLElement>, go: (step: Step) => void): void => {
  const latest = useRef(go);
  useEffect(() => void (latest.current = go));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const step = stepOf(event);
      if (step === null || event.defaultPrevented) return;
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      if (isScrolled(place.current, event.key)) return;
      event.preventDefault();
      latest.current(step);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place]);
};

const isScrolled = (slide: HTMLElement | null, key: string): boolean => {
  if (slide === null) return false;
  const { scrollTop, scrollHeight, clientHeight } = slide;
  if (key === 'ArrowDown') return scrollTop + clientHeight < scrollHeight - 1;
  return key === 'ArrowUp' && scrollTop > 0;
};

/** Whether a slide is longer than the screen. */
const useIsLong = (place: React.RefObject<HTMLElement>, id: string): boolean => {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const slide = place.current;
    if (slide === null) return;
    const look = (): void => setIsLong(slide.scrollHeight > slide.clientHeight + 1);
    const observer = new ResizeObserver(look);
    for (const element of [slide, ...slide.children]) observer.observe(element);
    return () => observer.disconnect();
  }, [place, id]);
  return isLong;
};

/** Nothing else of the frame is there meanwhile, for nobody: what it is on stays as it was. */
const useAlone = (): void =>
  useLayoutEffect(() => {
    const root = document.getElementById('root');
    if (root === null) return;
    root.hidden = true;
    return () => void (root.hidden = false);
  }, []);

/** Who leaves the full screen, which the browser lets them by a key of its own, leaves the presentation. */
const useEnd = (onEnd: () => void): void => {
  const latest = useRef(onEnd);
  useEffect(() => void (latest.current = onEnd));
  useEffect(() => {
    const turn = (): void => {
      if (!document.fullscreenElement) latest.current();
    };
    document.addEventListener('fullscreenchange', turn);
    return () => {
      document.removeEventListener('fullscreenchange', turn);
      leaveFullScreen();
    };
  }, []);
};
