import FeatureModel
import TextCanvas

extension JobStatus {
    /// What the status means.
    var role: Role {
        switch self {
        case .unknown: .unknown
        case .pending: .wait
        case .running: .ok
        case .completed, .aborted: .ended
        case .aborting, .suspending: .ending
        case .error: .error
        case .suspended: .paused
        }
    }

    /// Its sign.
    func mark(_ glyphs: GlyphSet) -> TableMark {
        switch self {
        case .unknown: TableMark(glyphs.unknown, role)
        case .pending: TableMark(glyphs.pending, role)
        case .running: TableMark(glyphs.running, role)
        case .completed: TableMark(glyphs.completed, role)
        case .aborted: TableMark(glyphs.aborted, role)
        case .aborting, .suspending: TableMark(glyphs.starting, role)
        case .error: TableMark(glyphs.error, role)
        case .suspended: TableMark(glyphs.suspended, role)
        }
    }
}
