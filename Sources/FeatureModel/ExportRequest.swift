/// Everything that an export was asked for; kept whole, so that it can be repeated.
public struct ExportRequest: Sendable, Hashable, Codable {
    /// The file of entity rows, an absolute path.
    public let rowsPath: String
    /// Its format; nil to tell it by the name.
    public let rowsFormat: RowFormat?
    /// The features, in the order asked, wildcards already expanded.
    public let features: [FeatureReference]
    /// The file to write, an absolute path; a name ending in `.gz` is written compressed.
    public let outputPath: String
    /// The format to write.
    public let outputFormat: RowFormat
    /// The store to ask; nil for the first that subscribes and can.
    public let store: StoreName?
    /// The column with the entity rows' time; nil for `event_timestamp` (or `datetime`).
    public let timestampColumn: String?
    /// A max age in whole seconds in place of every set's own; 0 means unlimited; nil leaves the sets' own.
    public let maxAgeOverrideSeconds: Int64?
    /// True to replace an output that exists.
    public let overwrites: Bool

    /// Makes a request.
    public init(
        rowsPath: String, rowsFormat: RowFormat? = nil, features: [FeatureReference], outputPath: String,
        outputFormat: RowFormat, store: StoreName? = nil, timestampColumn: String? = nil,
        maxAgeOverrideSeconds: Int64? = nil, overwrites: Bool = false
    ) {
        self.rowsPath = rowsPath
        self.rowsFormat = rowsFormat
        self.features = features
        self.outputPath = outputPath
        self.outputFormat = outputFormat
        self.store = store
        self.timestampColumn = timestampColumn
        self.maxAgeOverrideSeconds = maxAgeOverrideSeconds
        self.overwrites = overwrites
    }
}
