import Operations
import TextCanvas

/// A step of a store's check.
struct CheckStepRow: Identifiable, Equatable, Sendable {
    let step: StoreCheck.Step

    var id: String { step.name }

    /// What its verdict means.
    var role: Role {
        switch step.verdict {
        case .ok: .ok
        case .fail: .error
        case .notApplicable: .muted
        }
    }

    /// Its sign.
    func mark(_ glyphs: GlyphSet) -> TableMark {
        switch step.verdict {
        case .ok: TableMark(glyphs.completed, .ok)
        case .fail: TableMark(glyphs.error, .error)
        case .notApplicable: TableMark(" ", .muted)
        }
    }
}
