// Keeps floating messages above the bars of buttons at the foot of the window.

const bars = new Set<HTMLElement>();
let watching: ResizeObserver | undefined;

/** How much of the window's foot these boxes take, of a window so high: bars stand at its very end. */
export function taken(boxes: readonly Pick<DOMRect, 'top' | 'bottom'>[], height: number): number {
  const tops = boxes
    .filter(({ top, bottom }) => bottom > top && bottom >= height - 2)
    .map(({ top }) => height - top);
  return Math.max(0, ...tops);
}

function measure(): void {
  const boxes = [...bars].map((bar) => bar.getBoundingClientRect());
  const foot = taken(boxes, window.innerHeight);
  document.documentElement.style.setProperty('--foot', `${foot}px`);
}

/** Makes an element such a bar. */
export function footBar(bar: HTMLElement): () => void {
  watching ??= new ResizeObserver(measure);
  bars.add(bar);
  watching.observe(bar);
  watching.observe(document.documentElement);
  measure();
  return () => {
    bars.delete(bar);
    watching?.unobserve(bar);
    measure();
  };
}
