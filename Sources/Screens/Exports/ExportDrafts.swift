import FeatureModel
import Synchronization

/// The drafts of a session: leaving the view of a new export and coming back finds it as it was.
final class ExportDrafts: Sendable {
    private let drafts = Mutex<[ExportID?: ExportDraft]>([:])

    /// Makes a place without drafts.
    init() {}

    /// The draft that was begun from an export, or (nil) from nothing; nil when there is none.
    func draft(from origin: ExportID?) -> ExportDraft? { drafts.withLock { $0[origin] } }

    /// Keeps a draft in place of the one before.
    func keep(_ draft: ExportDraft, from origin: ExportID?) {
        drafts.withLock { $0[origin] = draft }
    }

    /// Forgets a draft: it was started.
    func forget(from origin: ExportID?) {
        drafts.withLock { $0[origin] = nil }
    }
}
