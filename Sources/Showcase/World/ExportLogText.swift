import FeatureModel

/// The log of an export: what it did so far.
struct ExportLogText {
    let export: Export

    /// The lines, oldest first.
    var lines: [String] {
        guard let begun = export.startedAt else { return [] }
        var lines = [
            "\(begun) INFO  \(export.id) started on \(export.worker?.host ?? "worker-2")",
            "\(begun) INFO  \(export.request.features.count) features, store \(export.store?.rawValue ?? "-")",
            "\(begun.advanced(by: .seconds(1))) INFO  entity rows \(export.request.rowsPath)",
        ]
        if let rows = export.rows {
            lines.append("\(begun.advanced(by: .seconds(9))) INFO  loaded \(rows) entity rows, key customer_id")
        }
        var at = begun.advanced(by: .seconds(20))
        for done in stride(from: Int64(81_920), to: export.rowsDone, by: 81_920) {
            lines.append("\(at) INFO  joined \(done) rows")
            at = at.advanced(by: .seconds(19))
        }
        guard let finished = export.finishedAt else { return lines }
        if let error = export.error { lines.append("\(finished) ERROR \(error)") }
        lines += export.files.map { "\(finished) INFO  wrote \($0)" }
        return lines + ["\(finished) INFO  \(export.status.rawValue)"]
    }
}
