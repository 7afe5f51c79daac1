/** What of a line says whether drawing it is much work. */
export type PortionLine = {
  readonly key: string;
  /** What the issue says; `null` of a heading and of an issue that is not read yet. */
  readonly row: unknown;
  readonly isActive: boolean;
  /** The list that its place is in. */
  readonly items: unknown;
};

/**
 * Says what each slot of the page shows, so that no frame draws more than so many issues anew: when a whole screen comes
 * into sight at once, or is read at once, the rest follows in the frames after. A slot that has to wait shows what it
 * did before. The line that has the focus never waits.
 *
 * @param most - Issues that are drawn anew in one frame.
 */
export const createPortions = <Line extends PortionLine>(most: number) => {
  let drawn: ReadonlyMap<number, Line> = new Map();
  let spent: { readonly frame: unknown; readonly issues: number } = { frame: null, issues: 0 };
  const spentIn = (frame: unknown): number => (spent.frame === frame ? spent.issues : 0);

  return {
    /** @param frame - What stays the same as long as the frame does. */
    draw: (
      lines: readonly Line[],
      slots: ReadonlyMap<string, number>,
      frame: unknown,
    ): { readonly drawn: ReadonlyMap<number, Line>; readonly isAll: boolean } => {
      const next = new Map<number, Line>();
      let issues = spentIn(frame) + (lines.some((line) => line.isActive && isNew(line, at(line))) ? 1 : 0);
      let isAll = true;
      function at({ key }: Line): Line | undefined {
        return drawn.get(slots.get(key)!);
      }
      for (const line of lines) {
        const slot = slots.get(line.key)!;
        const before = at(line);
        if (line.isActive || !isNew(line, before)) next.set(slot, line);
        else if (issues < most) {
          issues += 1;
          next.set(slot, line);
        } else {
          isAll = false;
          if (before?.key === line.key) next.set(slot, { ...line, row: null });
          else if (before && before.items === line.items && !slots.has(before.key)) {
            next.set(slot, before.isActive ? { ...before, isActive: false } : before);
          }
        }
      }
      spent = { frame, issues };
      drawn = next;
      return { drawn, isAll };
    },
    /** Whether the frame has room for more. */
    hasRoom: (frame: unknown): boolean => spentIn(frame) < most,
  };
};

const isNew = (line: PortionLine, before: PortionLine | undefined): boolean =>
  line.row !== null && (before?.key !== line.key || before.row === null);
