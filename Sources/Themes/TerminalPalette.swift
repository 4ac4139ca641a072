internal import TextCanvas

/// The 256 colours of xterm, and the nearest of them to any colour.
enum TerminalPalette {
    /// The first 16 as xterm ships them. The operator may have changed them, so these are only an assumption.
    static let ansi16: [RGBColor] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map(RGBColor.init(hex:))

    /// All 256: the 16, a cube of 6×6×6, and 24 greys.
    static let all: [RGBColor] = ansi16 + cube + greys

    private static let cube: [RGBColor] = (0..<216).map { index in
        RGBColor(
            red: cubeLevel(index / 36), green: cubeLevel(index / 6 % 6), blue: cubeLevel(index % 6))
    }

    private static let greys: [RGBColor] = (0..<24).map { step in
        let level = UInt8(8 + 10 * step)
        return RGBColor(red: level, green: level, blue: level)
    }

    private static let perceived = all.map { OKLabColor($0) }

    private static func cubeLevel(_ step: Int) -> UInt8 {
        step == 0 ? 0 : UInt8(55 + 40 * step)
    }

    /// The index 16…255 that looks most like the colour; the first 16 are left out because operators change them.
    static func nearestOf256(to color: RGBColor) -> UInt8 {
        nearest(to: color, among: 16..<256)
    }

    /// The index 0…15 that looks most like the colour, if the terminal kept the usual ones.
    static func nearestOf16(to color: RGBColor) -> UInt8 {
        nearest(to: color, among: 0..<16)
    }

    /// What a terminal colour looks like; nil for the terminal's own, which nobody knows.
    static func appearance(of color: TerminalColor) -> RGBColor? {
        switch color {
        case .standard: nil
        case .indexed(let index): all[Int(index)]
        case .rgb(let red, let green, let blue): RGBColor(red: red, green: green, blue: blue)
        }
    }

    private static func nearest(to color: RGBColor, among indexes: Range<Int>) -> UInt8 {
        let target = OKLabColor(color)
        let best = indexes.min { target.distance(to: perceived[$0]) < target.distance(to: perceived[$1]) }
        return UInt8(best ?? indexes.lowerBound)
    }
}
