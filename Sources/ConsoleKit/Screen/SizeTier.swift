public import TextCanvas

/// How much room there is; decides what the shell draws around a view.
public enum SizeTier: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Less than 40×10: one to three lines, nothing is stopped.
    case tiny
    /// From 40×10: three columns, one line of header.
    case extraSmall
    /// From 60×16: no key hints.
    case small
    /// From 80×24.
    case medium
    /// From 100×30: two rows of header.
    case large
    /// From 120×40: four rows of header with key hints.
    case extraLarge

    /// The tier of a size.
    public init(_ size: Size) {
        let steps: [(SizeTier, Int, Int)] = [
            (.extraLarge, 120, 40), (.large, 100, 30), (.medium, 80, 24), (.small, 60, 16), (.extraSmall, 40, 10),
        ]
        self = steps.first { size.columns >= $0.1 && size.rows >= $0.2 }?.0 ?? .tiny
    }

    /// Smaller ones come first.
    public static func < (left: SizeTier, right: SizeTier) -> Bool { left.rawValue < right.rawValue }
}
