import TextCanvas

/// Where the parts of the window are, for a size.
struct ShellLayout {
    let tier: SizeTier
    let header: Rect
    /// The title rule; nil on the smallest windows, where the header says it.
    let title: Rect?
    let body: Rect
    let crumbs: Rect?
    let message: Rect
    let hints: Rect?

    init(_ size: Size) {
        tier = SizeTier(size)
        let rows: Int =
            switch tier {
            case .extraLarge: 4
            case .large: 2
            default: 1
            }
        var rest = Rect(size)
        (header, rest) = rest.splitTop(rows)
        if tier == .extraSmall {
            title = nil
        } else {
            let (top, below) = rest.splitTop(1)
            (title, rest) = (top, below)
        }
        if tier == .small {
            hints = nil
        } else {
            let (above, bottom) = rest.splitBottom(1)
            (hints, rest) = (bottom, above)
        }
        (rest, message) = rest.splitBottom(1)
        if tier == .extraSmall {
            body = rest
            crumbs = nil
        } else {
            let (above, bottom) = rest.splitBottom(1)
            (body, crumbs) = (above, bottom)
        }
    }
}
