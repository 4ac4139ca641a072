import FeatureModel

/// A new export as far as it was filled in: what is kept when the view is left before it was started.
struct ExportDraft: Sendable, Hashable {
    var step = ExportStep.rows
    var rowsPath = ""
    var rowsFormat: RowFormat?
    /// The references of the features, in the order they were chosen.
    var features: [FeatureReference] = []
    /// The column of times; nil for the one that the file's head suggests.
    var timeColumn: String?
    /// True when ``maxAge`` takes the place of every set's own.
    var overridesMaxAge = false
    var maxAge = ""
    var outputPath = ""
    var outputFormat: RowFormat?
    var store: StoreName?

    /// An empty draft.
    init() {}

    /// A draft of the same export once more.
    init(_ request: ExportRequest) {
        rowsPath = request.rowsPath
        rowsFormat = request.rowsFormat
        features = request.features
        timeColumn = request.timestampColumn
        overridesMaxAge = request.maxAgeOverrideSeconds != nil
        maxAge = request.maxAgeOverrideSeconds.map { $0 == 0 ? "0" : AgeText.describe(seconds: $0) } ?? ""
        outputPath = request.outputPath
        outputFormat = request.outputFormat
        store = request.store
    }
}
