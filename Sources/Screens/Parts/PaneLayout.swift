import TextCanvas

/// How the panes of a detail view share its height: each has a rule and a body; in small windows only the pane with the
/// focus is open, the others are their rules.
struct PaneLayout {
    /// One pane's places.
    struct Pane {
        /// The rule; nil on the smallest windows.
        let rule: Rect?
        /// What is below it; empty for a closed pane.
        let body: Rect
    }

    /// The panes, from the top.
    let panes: [Pane]

    /// Shares out a rectangle.
    ///
    /// - Parameters:
    ///   - rect: the place for all panes.
    ///   - wishes: the rows that each pane's body would like; nil for all that is left.
    ///   - focus: the pane that stays open when there is no room for all.
    init(in rect: Rect, wishes: [Int?], focus: Int) {
        guard rect.height > wishes.count + 2 else {
            panes = wishes.indices.map { Pane(rule: nil, body: $0 == focus ? rect : Rect(Size(columns: 0, rows: 0))) }
            return
        }
        let room = rect.height - wishes.count
        let heights = room >= 4 * wishes.count ? Self.shared(room, wishes) : Self.onlyOne(room, wishes.count, focus)
        var rest = rect
        panes = heights.map { height in
            let (rule, below) = rest.splitTop(1)
            let (body, remaining) = below.splitTop(height)
            rest = remaining
            return Pane(rule: rule, body: body)
        }
    }

    private static func onlyOne(_ room: Int, _ count: Int, _ focus: Int) -> [Int] {
        (0..<count).map { $0 == focus ? room : 0 }
    }

    /// Each pane gets what it wishes up to its part; the pane without a wish takes what is left.
    private static func shared(_ room: Int, _ wishes: [Int?]) -> [Int] {
        let part = room / (wishes.count + 1)
        var heights = wishes.map { wish in wish.map { max(2, min($0, part)) } ?? 0 }
        let open = wishes.firstIndex { $0 == nil } ?? wishes.count - 1
        heights[open] += room - heights.reduce(0, +)
        return heights
    }
}
