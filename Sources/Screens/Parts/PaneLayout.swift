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
        let heights = Self.heights(rect.height - wishes.count, wishes, focus)
        var rest = rect
        panes = heights.map { height in
            let (rule, below) = rest.splitTop(1)
            let (body, remaining) = below.splitTop(height)
            rest = remaining
            return Pane(rule: rule, body: body)
        }
    }

    /// The pane with the focus gets what it wishes, as long as the others can show a little; then the others get what
    /// they wish, from the top. What nobody wants goes to the pane without a wish, else to the one with the focus.
    private static func heights(_ room: Int, _ wishes: [Int?], _ focus: Int) -> [Int] {
        var heights = wishes.map { _ in 0 }
        let others = wishes.indices.filter { $0 != focus }
        heights[focus] = min(wishes[focus] ?? room, max(room - least * others.count, (room + 1) / 2))
        for wish in [least, room] {
            for pane in others {
                let left = room - heights.reduce(0, +)
                let height = min(wish, wishes[pane] ?? wish, heights[pane] + left)
                if height >= min(2, wishes[pane] ?? 2) { heights[pane] = max(heights[pane], height) }
            }
        }
        heights[wishes.firstIndex { $0 == nil } ?? focus] += room - heights.reduce(0, +)
        return heights
    }

    /// The rows that show a little of a pane: the headings and two more.
    private static let least = 3
}
