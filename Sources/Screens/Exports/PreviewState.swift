import ConsoleKit
import Operations

/// How far the preview of a new export is.
enum PreviewState: Sendable, Hashable {
    case none
    case asking
    case shown(ExportPreview)
    case failed(Problem)
}
