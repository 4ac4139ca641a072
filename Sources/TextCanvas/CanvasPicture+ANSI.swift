extension CanvasPicture {
    /// The numbers of the sequence that selects a style, starting from the terminal's own look.
    static func codes(of style: TextStyle) -> String {
        let attributes: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        let set = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
        return (["0"] + set + color(style.foreground, 38) + color(style.background, 48)).joined(separator: ";")
    }

    private static func color(_ color: TerminalColor, _ code: Int) -> [String] {
        switch color {
        case .standard: []
        case .indexed(let index): ["\(code)", "5", "\(index)"]
        case .rgb(let red, let green, let blue): ["\(code)", "2", "\(red)", "\(green)", "\(blue)"]
        }
    }
}
