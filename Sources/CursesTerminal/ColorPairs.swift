internal import CNcurses
internal import TextCanvas

/// Colour pairs of the open screen, defined as they are needed. The palette itself is never changed.
struct ColorPairs {
    /// What ncurses has to be told to draw a style.
    struct Look: Hashable {
        var attributes: UInt32
        var pair: Int32
    }

    private struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    private let colors = larder_screen_colors()
    private let capacity = larder_screen_pairs()
    private let hasDefaultColors = larder_screen_has_default_colors()
    private let isDirect = larder_screen_has_direct_color()
    private var pairs: [Colors: Int32] = [:]

    /// Forgets all pairs, to begin anew with the ones that are on the screen.
    mutating func reset() {
        pairs.removeAll()
    }

    /// How to draw a style; nil when the terminal has no pair left for it.
    mutating func look(_ style: TextStyle) -> Look? {
        var attributes = Self.bits(style.attributes)
        guard colors > 0 else { return Look(attributes: attributes, pair: 0) }
        let (foreground, isBright) = number(style.foreground, standard: 7)
        let (background, _) = number(style.background, standard: 0)
        if isBright { attributes |= larder_attribute_bold() }
        guard foreground >= 0 || background >= 0 else { return Look(attributes: attributes, pair: 0) }
        let wanted = Colors(foreground: foreground, background: background)
        if let pair = pairs[wanted] { return Look(attributes: attributes, pair: pair) }
        let next = Int32(pairs.count + 1)
        guard next < capacity, larder_screen_define_pair(next, foreground, background) else { return nil }
        pairs[wanted] = next
        return Look(attributes: attributes, pair: next)
    }

    /// How to draw a style when there is no pair for it: its attributes in the terminal's own colours.
    static func colorless(_ style: TextStyle) -> Look {
        Look(attributes: bits(style.attributes), pair: 0)
    }

    /// The number that ncurses knows a colour by, and whether 8 colours need bold to show it.
    private func number(_ color: TerminalColor, standard: Int32) -> (Int32, isBright: Bool) {
        switch color {
        case .standard: (hasDefaultColors ? -1 : standard, false)
        case .indexed(let index) where isDirect && index >= 8: (direct(Self.channels(of: index)), false)
        case .indexed(let index) where Int32(index) < colors: (Int32(index), false)
        case .indexed(let index) where index < 16: (Int32(index) - 8, true)
        case .indexed(let index): (nearestBasic(Self.channels(of: index)), false)
        case .rgb(let red, let green, let blue) where isDirect: (direct((red, green, blue)), false)
        case .rgb(let red, let green, let blue): (nearestBasic((red, green, blue)), false)
        }
    }

    private typealias Channels = (red: UInt8, green: UInt8, blue: UInt8)

    /// With direct colour 0-7 are the ANSI colours and all else is red, green and blue, so that the seven darkest
    /// blues cannot be had.
    private func direct(_ color: Channels) -> Int32 {
        max(8, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
    }

    /// A theme reduces colours better than this; it only keeps a careless caller's text visible.
    private func nearestBasic(_ color: Channels) -> Int32 {
        (color.red > 127 ? 1 : 0) | (color.green > 127 ? 2 : 0) | (color.blue > 127 ? 4 : 0)
    }

    /// What xterm's palette has at an index.
    private static func channels(of index: UInt8) -> Channels {
        func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
        switch index {
        case 0..<8:
            return (index & 1 == 0 ? 0 : 205, index & 2 == 0 ? 0 : 205, index & 4 == 0 ? 0 : 205)
        case 8: return (127, 127, 127)
        case 9..<16:
            return (index & 1 == 0 ? 0 : 255, index & 2 == 0 ? 0 : 255, index & 4 == 0 ? 0 : 255)
        case 16..<232:
            let cube = index - 16
            return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        default:
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
    }

    private static func bits(_ attributes: Attributes) -> UInt32 {
        var bits: UInt32 = 0
        if attributes.contains(.bold) { bits |= larder_attribute_bold() }
        if attributes.contains(.dim) { bits |= larder_attribute_dim() }
        if attributes.contains(.underline) { bits |= larder_attribute_underline() }
        if attributes.contains(.reverse) { bits |= larder_attribute_reverse() }
        if attributes.contains(.italic) { bits |= larder_attribute_italic() }
        return bits
    }
}
