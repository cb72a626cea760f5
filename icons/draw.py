#!/usr/bin/env python3
"""Draws the Sandglass artwork: SVG sources, then every PNG, icon.ico, icon.icns and the contact sheet.

Needs rsvg-convert (Debian: librsvg2-bin) and nothing beside Python's standard library.
A drawing per size: small ones sit on whole pixels instead of being scaled down from a large one.
"""

import base64
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Grid:
    """Measures of one drawing, in pixels of its own size; the lower half mirrors the upper."""

    px: int
    cap_x: float
    cap_w: float
    cap_h: float
    cap_y: float
    glass_x: float
    shoulder: float
    half_neck: float
    stroke: float
    badge: float
    badge_r: float
    badge_gap: float
    halo: float


# The badge is at most a fifth of the drawing: the glass stays what is seen.
GRIDS = {
    16: Grid(16, 2, 12, 2, 1, 3.625, 1.25, 0.875, 1.25, 12.5, 3.5, 0.75, 0.75),
    22: Grid(22, 3, 16, 2, 1, 4.75, 2.25, 1.125, 1.5, 17, 4.75, 1, 1),
    32: Grid(32, 5, 22, 3, 2, 7, 3, 1.5, 2, 25, 6.75, 1.25, 1.25),
    64: Grid(64, 10, 44, 5, 4, 14, 7, 2.75, 3.5, 50, 13, 2.5, 2.5),
}


@dataclass(frozen=True)
class Paint:
    """Colours for one kind of panel. A mark of None is cut out of its badge. With a halo the drawing is light,
    in a dark frame: whatever the panel is, one of the two stands out."""

    glass: str
    sand: str
    needs_you: str
    trouble: str
    mark: str | None
    halo: str | None = None


PAINTS = {
    "light": Paint("#2B2B2D", "#C27400", "#D9480F", "#C62F2F", "#FFFFFF"),
    "dark": Paint("#F5F5F5", "#F2B247", "#E8590C", "#E5484D", "#FFFFFF"),
    # Where nobody tells how dark the panel is.
    "any": Paint("#2B2B2D", "#C27400", "#D9480F", "#C62F2F", "#FFFFFF", "#FAFAFA"),
    "template": Paint("#000000", "#000000", "#000000", "#000000", None),
}
GROUNDS = {"light": "#F0F0F1", "dark": "#2A2A2C"}
PANELS = ("light", "dark", "any")
# What the contact sheet shows: which drawings, on which ground.
SHEET = (("light", "light"), ("dark", "dark"), ("any", "light"), ("any", "dark"))

# State: share of sand still above, and the badge.
STATES = {
    "plenty": (0.95, None),
    "half": (0.5, None),
    "little": (0.25, None),
    "needs-you": (0.25, "needs_you"),
    "trouble": (0.0, "trouble"),
}


def wall(g: Grid, side: int) -> str:
    """The path from the upper cap down one side of the glass to the lower cap (side -1: left)."""
    middle = g.px / 2
    x = middle + side * (middle - g.glass_x)
    neck = middle + side * g.half_neck
    top = g.cap_y + g.cap_h
    shoulder = top + g.shoulder
    if g.px < 32:
        return f"{x} {top} L{x} {shoulder} L{neck} {middle} L{x} {g.px - shoulder} L{x} {g.px - top}"
    k = (middle - shoulder) / 2
    upper = f"C{x} {shoulder + k} {neck} {middle - 0.9 * k} {neck} {middle}"
    lower = f"C{neck} {middle + 0.9 * k} {x} {g.px - shoulder - k} {x} {g.px - shoulder}"
    return f"{x} {top} L{x} {shoulder} {upper} {lower} L{x} {g.px - top}"


def reversed_wall(g: Grid) -> str:
    """The right wall from bottom to top: the right wall mirrored top to bottom."""
    middle = g.px / 2
    x = g.px - g.glass_x
    neck = middle + g.half_neck
    top = g.cap_y + g.cap_h
    shoulder = top + g.shoulder
    bottom = g.px - top
    if g.px < 32:
        return f"L{x} {bottom} L{x} {g.px - shoulder} L{neck} {middle} L{x} {shoulder} L{x} {top}"
    k = (middle - shoulder) / 2
    lower = f"C{x} {g.px - shoulder - k} {neck} {middle + 0.9 * k} {neck} {middle}"
    upper = f"C{neck} {middle - 0.9 * k} {x} {shoulder + k} {x} {shoulder}"
    return f"L{x} {bottom} L{x} {g.px - shoulder} {lower} {upper} L{x} {top}"


def sand(g: Grid, share: float) -> str:
    """Sand above the neck and the heap below it, as rectangles to be clipped to the glass."""
    edge = g.cap_y + g.cap_h
    middle = g.px / 2
    height = middle - edge
    surface = edge + height * (0.12 + 0.78 * (1 - share))
    heap = 0.86 * height * (1 - share) ** 0.8
    if g.px < 64:
        surface, heap = round(surface), round(heap)
    above = f'<rect x="0" y="{surface}" width="{g.px}" height="{middle - surface}"/>' if share > 0 else ""
    floor = g.px - edge
    below = f'<rect x="0" y="{floor - heap}" width="{g.px}" height="{heap}"/>' if heap > 0 else ""
    return above + below


def badge_shape(g: Grid, kind: str, grow: float, fill: str) -> str:
    c, r = g.badge, g.badge_r + grow
    if kind == "needs_you":
        return f'<circle cx="{c}" cy="{c}" r="{r}" fill="{fill}"/>'
    corner = 0.35 * g.badge_r + grow
    return f'<rect x="{c - r}" y="{c - r}" width="{2 * r}" height="{2 * r}" rx="{corner}" fill="{fill}"/>'


def mark(g: Grid, kind: str, fill: str) -> str:
    c, r = g.badge, g.badge_r
    if g.px == 16:
        return pixels(c, kind, fill)
    if kind == "needs_you":
        width = 2 * round(0.17 * r * 2) / 2 if g.px > 22 else 2
        top = c - 0.62 * r
        return (
            f'<rect x="{c - width / 2}" y="{top}" width="{width}" height="{0.74 * r}" rx="{width * 0.3}" fill="{fill}"/>'
            f'<circle cx="{c}" cy="{c + 0.5 * r}" r="{width * 0.56}" fill="{fill}"/>'
        )
    arm = 0.42 * r
    return (
        f'<path d="M{c - arm} {c - arm} L{c + arm} {c + arm} M{c + arm} {c - arm} L{c - arm} {c + arm}"'
        f' stroke="{fill}" stroke-width="{max(0.3 * r, 1.6)}" stroke-linecap="round" fill="none"/>'
    )


def pixels(c: float, kind: str, fill: str) -> str:
    """Marks of the 16 px drawing, pixel by pixel around the badge's centre pixel."""
    x = y = int(c)
    if kind == "needs_you":
        dots = [(0, -2), (0, -1), (0, 0), (0, 2)]
    else:
        dots = [(d, d) for d in range(-2, 3)] + [(d, -d) for d in (-2, -1, 1, 2)]
    return "".join(f'<rect x="{x + dx}" y="{y + dy}" width="1" height="1" fill="{fill}"/>' for dx, dy in dots)


def pause_bars(g: Grid, grow: float, fill: str) -> str:
    """The mark of a pause, at the lower left: it stands beside a badge as well as without one."""
    width = {16: 2, 22: 2.5, 32: 4, 64: 8}[g.px]
    between = {16: 1, 22: 1.5, 32: 2, 64: 4}[g.px]
    height = {16: 7, 22: 9, 32: 13, 64: 25}[g.px]
    left = {16: 1, 22: 1.5, 32: 2, 64: 4}[g.px]
    top = g.px - left - height
    if grow:
        return (
            f'<rect x="{left - grow}" y="{top - grow}" width="{2 * width + between + 2 * grow}"'
            f' height="{height + 2 * grow}" rx="{grow}" fill="{fill}"/>'
        )
    return "".join(
        f'<rect x="{x}" y="{top}" width="{width}" height="{height}" rx="{width * 0.2}" fill="{fill}"/>'
        for x in (left, left + width + between)
    )


def drawing(g: Grid, state: str, paint: Paint, paused: bool = False) -> str:
    """One state at one size, as the inside of an SVG."""
    share, badge = STATES[state]
    outline = f"M{wall(g, -1)} {reversed_wall(g)} Z"
    caps = "".join(
        f'<rect x="{g.cap_x}" y="{y}" width="{g.cap_w}" height="{g.cap_h}" rx="{g.cap_h * 0.3 if g.px > 22 else 0.5}"/>'
        for y in (g.cap_y, g.px - g.cap_y - g.cap_h)
    )
    holes = badge_shape(g, badge, g.badge_gap, "#000") if badge else ""
    holes += pause_bars(g, g.badge_gap, "#000") if paused else ""
    cut = '<g mask="url(#cut)">' if holes else "<g>"
    mask = (
        f'<mask id="cut" maskUnits="userSpaceOnUse" x="0" y="0" width="{g.px}" height="{g.px}">'
        f'<rect width="{g.px}" height="{g.px}" fill="#fff"/>{holes}</mask>'
        if holes
        else ""
    )
    parts = [
        f'<defs><clipPath id="glass"><path d="{outline}"/></clipPath>{mask}</defs>',
        halo(g, outline, caps, badge, paused, paint.halo) if paint.halo else "",
        cut,
        f'<g clip-path="url(#glass)" fill="{paint.sand}">{sand(g, share)}</g>',
        f'<path d="{outline}" fill="none" stroke="{paint.glass}" stroke-width="{g.stroke}" stroke-linejoin="round"/>',
        f'<g fill="{paint.glass}">{caps}</g></g>',
    ]
    if paused:
        parts.append(pause_bars(g, 0, paint.glass))
    if badge:
        parts.append(drawn_badge(g, badge, getattr(paint, badge), paint.mark))
    return "".join(parts)


def halo(g: Grid, outline: str, caps: str, badge: str | None, paused: bool, light: str) -> str:
    """The light ground of the drawing, a little wider than it is."""
    glass = (
        f'<path d="{outline}" fill="{light}" stroke="{light}" stroke-width="{g.stroke + 2 * g.halo}"'
        ' stroke-linejoin="round"/>'
        f'<g fill="{light}" stroke="{light}" stroke-width="{2 * g.halo}">{caps}</g>'
    )
    around = badge_shape(g, badge, g.halo, light) if badge else ""
    return glass + around + (pause_bars(g, g.halo, light) if paused else "")


def drawn_badge(g: Grid, kind: str, colour: str, mark_colour: str | None) -> str:
    if mark_colour:
        return badge_shape(g, kind, 0, colour) + mark(g, kind, mark_colour)
    return (
        f'<mask id="mark" maskUnits="userSpaceOnUse" x="0" y="0" width="{g.px}" height="{g.px}">'
        f'<rect width="{g.px}" height="{g.px}" fill="#fff"/>{mark(g, kind, "#000")}</mask>'
        f'<g mask="url(#mark)">{badge_shape(g, kind, 0, colour)}</g>'
    )


def svg(width: float, height: float, inside: str, box: str | None = None) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{box or f"0 0 {width} {height}"}">{inside}</svg>\n'
    )


def tray_svg(state: str, panel: str, px: int, paused: bool = False) -> str:
    """The drawing nearest to a size: 24 has a margin of one pixel around 22, 44 and 48 are their doubles."""
    paint = PAINTS[panel]
    if px in GRIDS:
        return svg(px, px, drawing(GRIDS[px], state, paint, paused))
    source, margin = {24: (22, 1), 44: (22, 0), 48: (22, 1)}[px]
    box = f"{-margin} {-margin} {source + 2 * margin} {source + 2 * margin}"
    return svg(px, px, drawing(GRIDS[source], state, paint, paused), box)


def app_svg() -> str:
    """The application icon: the sandglass on paper."""
    paint = Paint("#2B2B2D", "#D98E1B", "", "", None)
    glass = drawing(GRIDS[64], "half", paint)
    inside = (
        '<rect x="24.5" y="24.5" width="463" height="463" rx="104" fill="#FBFAF7" stroke="#D6D1C5" stroke-width="3"/>'
        f'<g transform="translate(80 80) scale(5.5)">{glass}</g>'
    )
    return svg(512, 512, inside)


def render(text: str, target: Path, px: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    command = ["rsvg-convert", "-w", str(px), "-h", str(px), "-o", str(target)]
    subprocess.run(command, input=text.encode(), check=True)


def ico(images: list[tuple[int, bytes]]) -> bytes:
    """PNG images in the container Windows reads (since Vista)."""
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    entries = b""
    for px, png in images:
        entries += struct.pack("<BBBBHHII", px % 256, px % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + entries + b"".join(png for _, png in images)


def icns(images: list[tuple[str, bytes]]) -> bytes:
    """PNG images in the container macOS reads."""
    body = b"".join(kind.encode() + struct.pack(">I", len(png) + 8) + png for kind, png in images)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def draw_tray() -> None:
    for state in STATES:
        for paused in (False, True):
            name = f"{state}-paused" if paused else state
            for panel in PANELS:
                for px in GRIDS:
                    source = HERE / "svg" / f"tray-{name}-{panel}-{px}.svg"
                    source.parent.mkdir(exist_ok=True)
                    source.write_text(tray_svg(state, panel, px, paused))
                for px in (16, 22, 24, 32, 44, 48, 64):
                    render(tray_svg(state, panel, px, paused), HERE / "tray" / panel / f"{name}-{px}.png", px)
            for px in (22, 44):
                target = HERE / "tray" / "template" / f"{name}-{px}.png"
                render(tray_svg(state, "template", px, paused), target, px)


def draw_app() -> None:
    (HERE / "svg" / "app.svg").write_text(app_svg())
    pngs = {}
    for px in (16, 24, 32, 48, 64, 128, 256, 512):
        target = HERE / f".app-{px}.png"
        render(app_svg(), target, px)
        pngs[px] = target.read_bytes()
        target.unlink()
    for name, px in (("32x32", 32), ("128x128", 128), ("128x128@2x", 256), ("icon", 512)):
        (HERE / f"{name}.png").write_bytes(pngs[px])
    (HERE / "icon.ico").write_bytes(ico([(px, pngs[px]) for px in (32, 16, 24, 48, 64, 256)]))
    kinds = (("icp4", 16), ("icp5", 32), ("ic07", 128), ("ic08", 256), ("ic09", 512), ("ic11", 32), ("ic12", 64), ("ic13", 256))
    (HERE / "icon.icns").write_bytes(icns([(kind, pngs[px]) for kind, px in kinds]))


# The contact sheet's columns: each state, and what a pause adds to three of them.
COLUMNS = (*STATES, "plenty-paused", "needs-you-paused", "trouble-paused")


def draw_sheet() -> None:
    """Every state, five sizes, light and dark panels: as they are, and four times as large."""
    sizes = (16, 22, 24, 32, 48)
    column, label = 250, 70
    row = {px: 4 * px + 22 for px in sizes}
    width = label + column * len(COLUMNS)
    half = sum(row.values()) + 34
    parts = []
    for index, (panel, ground) in enumerate(SHEET):
        ink = PAINTS[ground].glass
        y = index * half
        parts.append(f'<rect x="0" y="{y}" width="{width}" height="{half}" fill="{GROUNDS[ground]}"/>')
        for number, state in enumerate(COLUMNS):
            parts.append(text(label + number * column, y + 20, f"{state} ({panel})", ink))
        y += 34
        for px in sizes:
            parts.append(text(12, y + 16, f"{px} px", ink))
            for number, state in enumerate(COLUMNS):
                x = label + number * column
                image = (HERE / "tray" / panel / f"{state}-{px}.png").read_bytes()
                parts.append(picture(x, y, px, image))
                parts.append(picture(x + 56, y, 4 * px, image))
            y += row[px]
    render_sheet(svg(width, len(SHEET) * half, "".join(parts)))


def text(x: float, y: float, words: str, ink: str) -> str:
    return f'<text x="{x}" y="{y}" font-family="Inter, sans-serif" font-size="13" fill="{ink}">{words}</text>'


def picture(x: float, y: float, px: int, png: bytes) -> str:
    data = base64.b64encode(png).decode()
    return (
        f'<image x="{x}" y="{y}" width="{px}" height="{px}" image-rendering="pixelated"'
        f' href="data:image/png;base64,{data}"/>'
    )


def render_sheet(sheet: str) -> None:
    target = HERE / "contact-sheet.png"
    subprocess.run(["rsvg-convert", "-o", str(target)], input=sheet.encode(), check=True)


if __name__ == "__main__":
    draw_tray()
    draw_app()
    draw_sheet()
