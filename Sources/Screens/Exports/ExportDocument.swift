import FeatureModel

/// An export as JSON, as `larder exports get -o json` writes it, and as the command that asks for it.
enum ExportDocument {
    /// The document of an export.
    static func of(_ export: Export) -> JSONText {
        .object([
            ("kind", .text("Export")), ("id", .text(export.id.rawValue)), ("status", .text(export.status.rawValue)),
            ("stage", .optional(export.stage?.rawValue)), ("store", .optional(export.store?.rawValue)),
            ("features", .list(export.request.features.map { .text($0.description) })),
            ("rows", .integer(export.rows)), ("rowsDone", .integer(export.rowsDone)),
            ("files", .list(export.files.map { .text($0) })), ("error", .optional(export.error)),
            ("createdAt", .text(export.createdAt.description)),
            ("finishedAt", .optional(export.finishedAt?.description)),
        ])
    }

    /// The command that asks for the same.
    static func command(_ request: ExportRequest) -> String {
        var command = ShellCommand("exports", "start").option("--rows", request.rowsPath)
            .option("--features", request.features.map(\.description).joined(separator: ","))
            .option("--out", request.outputPath).option("--format", request.outputFormat.rawValue)
            .option("--store", request.store?.rawValue).option("--timestamp-column", request.timestampColumn)
            .option("--max-age", request.maxAgeOverrideSeconds.map { $0 == 0 ? "0" : "\($0)s" })
        if request.overwrites { command = command.adding(["--yes"]) }
        return command.text
    }
}
