/// The fields of the steps to a new export.
enum ExportField: Sendable, Hashable {
    case rowsPath, rowsFormat
    case timeColumn, maxAgeKind, maxAge
    case outputPath, outputFormat, store
}
