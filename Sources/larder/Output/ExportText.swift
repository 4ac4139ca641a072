import FeatureModel

/// An export as a person reads it.
enum ExportText {
    static func write(_ export: Export) -> String {
        var facts: [(name: String, value: String)] = [
            ("id", export.id.rawValue), ("status", export.status.rawValue),
            ("store", export.store?.rawValue ?? "-"), ("entity rows", export.request.rowsPath),
            ("features", export.request.features.map(\.description).joined(separator: ", ")),
            ("output", export.request.outputPath), ("rows", "\(export.rowsDone)"),
            ("created", export.createdAt.description),
        ]
        if let stage = export.stage { facts.append(("stage", stage.rawValue)) }
        if let finished = export.finishedAt { facts.append(("finished", finished.description)) }
        facts += export.files.map { ("file", $0) }
        if let error = export.error { facts.append(("error", error)) }
        return FactLines.write(facts)
    }
}
