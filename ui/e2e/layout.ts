// Finds faults of the page's layout by measuring. Runs inside the page.

export interface Asked {
  /** Bars of buttons must be in the window as well; where hardly anything fits, they scroll with the rest. */
  bars: boolean;
}

/** Each flaw in words; none where all is well. */
export async function flaws({ bars }: Asked): Promise<string[]> {
  // What is drawn anew for a new size is there in the second picture.
  const picture = () => new Promise((done) => requestAnimationFrame(done));
  await picture();
  await picture();
  const found = new Set<string>();
  const NEAR = 1.5;
  const ROWS = '[role="row"], .line, .toast, .banner, figcaption, dialog, header, footer';
  const dialog = document.querySelector('dialog[open]');
  const page = dialog ?? document.body;

  interface Box {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  const width = (box: Box) => box.right - box.left;
  const height = (box: Box) => box.bottom - box.top;
  const cross = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const isSeen = (box: Box) => width(box) > 1.5 && height(box) > 1.5;
  const said = (element: Element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim();
    return `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''} “${text.slice(0, 40)}”`;
  };

  // The document and what scrolls in it.
  const root = document.documentElement;
  if (root.scrollHeight > innerHeight) {
    found.add(`the document scrolls: ${root.scrollHeight} of ${innerHeight}`);
  }
  if (root.scrollWidth > innerWidth) {
    found.add(`the document is wide: ${root.scrollWidth} of ${innerWidth}`);
  }
  for (const one of page.querySelectorAll(
    '[data-scroller], main, dialog, dialog .text, .content',
  )) {
    if (one.scrollWidth > one.clientWidth + 1) found.add(`scrolls sideways: ${said(one)}`);
  }

  /** What ancestors leave of a box, and the one that cuts it sideways. */
  function seen(element: Element, box: Box): { box: Box; cutter: Element | null } {
    let left = cross(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    let cutter: Element | null = null;
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      if (style.display === 'contents' || style.display === 'inline') continue;
      const cut = cross(left, at.getBoundingClientRect());
      if (!cutter && isSeen(left) && width(cut) < width(left) - NEAR) cutter = at;
      left = cut;
      if (style.position === 'fixed' || at === dialog) break;
    }
    return { box: left, cutter };
  }

  function isHidden(element: Element): boolean {
    return element.closest('.hidden-visually, [hidden], svg') !== null;
  }

  /** Texts with their own boxes. */
  const texts: { element: Element; box: Box }[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!isSeen(box)) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.opacity === '0') continue;
    // In its own element it may end in an ellipsis.
    const own = element.closest('.cut, .tag, [title], button') ?? element;
    const { box: left, cutter } = seen(element, cross(box, ownClip(element)));
    if (!isSeen(left)) continue;
    texts.push({ element, box: left });
    if (!cutter) continue;
    const sign = getComputedStyle(cutter).textOverflow === 'ellipsis';
    // Lines of a file scroll sideways; tags wrap to where they are not seen.
    const meant = sign || cutter.matches('.lines, .title, .second, .beside, .serial');
    if (!meant) found.add(`cut without a sign: ${said(own)} by ${said(cutter)}`);
  }

  function ownClip(element: Element): Box {
    const style = getComputedStyle(element);
    if (style.overflowX === 'visible' || style.display === 'inline') {
      return { left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 };
    }
    return element.getBoundingClientRect();
  }

  // Texts, buttons and pictures of a row stand beside each other.
  for (const row of page.querySelectorAll(ROWS)) {
    const within = texts.filter(
      ({ element }) =>
        element.closest(ROWS) === row && !element.closest('button, label, .combobox'),
    );
    const controls = [...row.querySelectorAll('button, input, select, svg')]
      .filter((one) => one.closest(ROWS) === row && !one.parentElement?.closest('button, label'))
      .filter((one) => !one.closest('.combobox, .search, .select, .box, .minutes, .code'))
      .map((element) => ({ element, box: seen(element, element.getBoundingClientRect()).box }))
      .filter(({ box, element }) => isSeen(box) && getComputedStyle(element).opacity !== '0');
    const parts = [...within, ...controls];
    parts.forEach((one, place) => {
      for (const other of parts.slice(place + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const both = cross(one.box, other.box);
        if (width(both) > NEAR && height(both) > NEAR + 1) {
          found.add(`overlap: ${said(one.element)} and ${said(other.element)}`);
        }
      }
    });
    const outer = row.getBoundingClientRect();
    for (const { element, box } of parts) {
      if (box.left < outer.left - NEAR || box.right > outer.right + NEAR) {
        found.add(`hangs out: ${said(element)} of ${said(row)}`);
      }
    }
  }

  // Every button is whole and large enough.
  for (const button of page.querySelectorAll('button, select, [role="switch"]')) {
    const box = button.getBoundingClientRect();
    // A place is a link in a line of text.
    if (button.matches('.place')) continue;
    if (!isSeen(box) || isHidden(button) || getComputedStyle(button).opacity === '0') continue;
    if (width(box) < 23.5 || height(box) < 23.5) {
      found.add(`small: ${said(button)} ${Math.round(width(box))} × ${Math.round(height(box))}`);
    }
    const { box: left } = seen(button, box);
    const scrolledAway = height(left) < 1;
    if (!scrolledAway && width(left) < width(box) - NEAR) found.add(`cut button: ${said(button)}`);
  }
  if (bars) {
    for (const bar of page.querySelectorAll(
      '.editor > footer, .pane > .foot, .sheet > .foot, .buttons',
    )) {
      const inScroller = bar.closest('[data-scroller], .text, .content, .toast');
      const box = bar.getBoundingClientRect();
      if (inScroller || !isSeen(box)) continue;
      if (box.top < -NEAR || box.bottom > innerHeight + NEAR)
        found.add(`out of reach: ${said(bar)}`);
    }
  }

  // The name goes last: it is whole, or has all that the rest can leave.
  for (const row of page.querySelectorAll('[role="grid"] [data-row]')) {
    const name = row.querySelector<HTMLElement>('.title .name');
    if (!name || !isSeen(seen(row, row.getBoundingClientRect()).box)) continue;
    const boxOf = (part: string) => {
      const element = row.querySelector(part);
      const box = element?.getBoundingClientRect();
      return box && element && getComputedStyle(element).display !== 'none' ? width(box) + 12 : 0;
    };
    const isLast = width(row.getBoundingClientRect()) < 320;
    const time = row.querySelector('.left');
    const range = document.createRange();
    if (time) range.selectNodeContents(time);
    // Beside the name nothing can go but the ring, the star, the menu, the time and an icon.
    const beside = ['.ring', '.star', '.menu'].reduce((sum, part) => sum + boxOf(part), 0);
    const rest =
      width(row.getBoundingClientRect()) -
      beside -
      (row.querySelector('.do') ? 28 + 12 : 0) -
      (isLast ? 0 : width(range.getBoundingClientRect()) + 12) -
      (isLast ? 18 : 26);
    const whole = name.scrollWidth;
    if (name.clientWidth < Math.min(whole, rest) - 12) {
      found.add(
        `name cut: “${name.textContent.slice(0, 30)}” ${name.clientWidth} of ${whole}, ${Math.round(rest)} left`,
      );
    }
  }
  return [...found].slice(0, 8);
}
