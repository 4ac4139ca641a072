import FeatureModel
import TextCanvas

extension ExportStatus {
    /// What the status means.
    var role: Role {
        switch self {
        case .pending: .wait
        case .running: .busy
        case .cancelling: .ending
        case .done: .ok
        case .failed: .error
        case .cancelled: .ended
        }
    }

    /// Its sign.
    func mark(_ glyphs: GlyphSet) -> TableMark {
        switch self {
        case .pending: TableMark(glyphs.pending, role)
        case .running: TableMark(glyphs.running, role)
        case .cancelling: TableMark(glyphs.starting, role)
        case .done: TableMark(glyphs.completed, role)
        case .failed: TableMark(glyphs.error, role)
        case .cancelled: TableMark(glyphs.aborted, role)
        }
    }
}
