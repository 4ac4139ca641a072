internal import TextCanvas

/// The looks of the roles of one canvas, each asked for once: a theme may change between two canvases, not within one.
struct LookTable {
    private struct Entry: Hashable {
        var role: Role
        var surface: Role?
    }

    private var looks: [Entry: ColorPairs.Look] = [:]
    private var last: (entry: Entry, look: ColorPairs.Look)?

    /// How to draw a role on a surface; nil when the terminal has no colour pair left for it.
    ///
    /// - Parameter isLastTry: draws in the terminal's own colours rather than answering nil.
    mutating func look(
        _ role: Role, _ surface: Role?, pairs: inout ColorPairs, style: (Role, Role?) -> TextStyle, isLastTry: Bool
    ) -> ColorPairs.Look? {
        let entry = Entry(role: role, surface: surface)
        // Neighbours mostly mean the same.
        if let last, last.entry == entry { return last.look }
        var look = looks[entry]
        if look == nil {
            let wanted = style(role, surface)
            look = pairs.look(wanted) ?? (isLastTry ? ColorPairs.colorless(wanted) : nil)
            looks[entry] = look
        }
        if let look { last = (entry, look) }
        return look
    }
}
