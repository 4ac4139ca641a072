import FeatureModel
import Operations

extension World {
    /// All exports: those at work, then failed ones, then the newest.
    func exportList() -> [Export] {
        let order: [ExportStatus] = [.running, .cancelling, .pending, .failed, .done, .cancelled]
        func place(_ export: Export) -> Int { min(4, order.firstIndex(of: export.status) ?? 4) }
        return exports.map(\.export).sorted { left, right in
            place(left) != place(right) ? place(left) < place(right) : left.createdAt > right.createdAt
        }
    }

    /// One export.
    func export(_ id: ExportID) throws(OperationError) -> Export { exports[try index(of: id)].export }

    /// A file of entity rows.
    func inspect(_ path: String, _ format: RowFormat?) throws(OperationError) -> EntityFileSummary {
        guard path.hasSuffix(".csv") || path.hasSuffix(".jsonl") || path.hasSuffix(".gz") || format != nil else {
            throw OperationError(
                .invalid, "\(path): the name does not tell the format", target: path, hint: "say csv or jsonl")
        }
        guard path.hasPrefix("/srv/labels/") else {
            throw OperationError(
                .invalid, "\(path): no such file", target: path, hint: "/srv/labels has one file per month")
        }
        return EntityFileSummary(
            columns: ["customer_id", "event_timestamp", "label"], format: format ?? .csv,
            timestampColumn: "event_timestamp",
            sample: [
                ["100482", "2020-05-03T10:11:00Z", "0"], ["100483", "2020-05-03T10:12:41Z", "1"],
                ["100491", "2020-05-03T10:13:02Z", nil],
            ], bytes: 32_497_600)
    }

    /// The first rows of an export.
    func preview(_ request: ExportRequest, _ limit: Int) throws(OperationError) -> ExportPreview {
        let file = try inspect(request.rowsPath, request.rowsFormat)
        let features = try expanded(request.features)
        let rows = (0..<min(limit, file.sample.count)).map { row -> [String?] in
            file.sample[row] + features.enumerated().map { column, feature in previewCell(row, column, feature) }
        }
        let override = request.maxAgeOverrideSeconds.map { "\($0 / 3600)h" }
        let stale = features.contains { $0.featureSet == "device_login" }
        return ExportPreview(
            columns: file.columns + features.map(\.columnName), rows: rows, totalRows: 812_440,
            warnings: stale
                ? ["2 features of device_login are older than \(override ?? "2h") for 31 % of the sample"] : [],
            seconds: 0.8)
    }

    /// Starts an export.
    mutating func startExport(_ request: ExportRequest, _ now: Timestamp) throws(OperationError) -> Export {
        let number = exports.compactMap { Int($0.export.id.rawValue.dropFirst(4)) }.max() ?? 99
        let id = ExportID("exp-\(number + 1)")
        orders.append(.startExport(id))
        try checkWritable()
        _ = try expanded(request.features)
        _ = try inspect(request.rowsPath, request.rowsFormat)
        let isTaken = exports.contains { $0.export.files.contains(request.outputPath) }
        guard !isTaken || request.overwrites else {
            throw OperationError(
                .refused, "\(request.outputPath) exists already", target: request.outputPath,
                hint: "choose another name, or allow it to be replaced")
        }
        var export = Export(id: id, request: request, createdAt: now)
        export.store = request.store ?? "history"
        exports.insert(WorldExport(export, rate: 41_000, at: now), at: 0)
        return export
    }

    /// Starts the same request once more.
    mutating func repeatExport(
        _ id: ExportID, _ path: String?, _ overwrites: Bool, _ now: Timestamp
    ) throws(OperationError) -> Export {
        let request = try export(id).request
        return try startExport(
            ExportRequest(
                rowsPath: request.rowsPath, rowsFormat: request.rowsFormat, features: request.features,
                outputPath: path ?? request.outputPath, outputFormat: request.outputFormat, store: request.store,
                timestampColumn: request.timestampColumn, maxAgeOverrideSeconds: request.maxAgeOverrideSeconds,
                overwrites: overwrites), now)
    }

    /// Asks an export to end.
    mutating func cancelExport(_ id: ExportID, _ now: Timestamp) throws(OperationError) -> OrderOutcome {
        orders.append(.cancelExport(id))
        try checkWritable()
        let index = try index(of: id)
        guard exports[index].cancel(at: now) else {
            let status = exports[index].export.status.rawValue
            return OrderOutcome(target: id.rawValue, result: .skipped, message: "it is \(status) already")
        }
        return OrderOutcome(target: id.rawValue, result: .done, message: "it ends after the rows it is joining")
    }

    /// An export's log.
    func exportLog(_ id: ExportID, from: Int64?, _ maxLines: Int) throws(OperationError) -> LogChunk {
        let lines = ExportLogText(export: try export(id)).lines
        let first = from.map { min(Int($0), lines.count) } ?? max(0, lines.count - maxLines)
        let shown = Array(lines[max(0, first)...].prefix(maxLines))
        return LogChunk(lines: shown, next: Int64(max(0, first) + shown.count), skippedBytes: Int64(max(0, first)) * 70)
    }

    private func index(of id: ExportID) throws(OperationError) -> Int {
        guard let index = exports.firstIndex(where: { $0.export.id == id }) else {
            throw OperationError(
                .notFound, "there is no export \(id)", target: id.rawValue,
                hint: "larder exports list shows those that there are")
        }
        return index
    }

    private func previewCell(_ row: Int, _ column: Int, _ feature: FeatureReference) -> String? {
        if row == 1 && column < 2 || row == 1 && feature.featureSet == "device_login" { return nil }
        switch feature.feature {
        case "count_7d": return ["39", nil, "7"][row % 3]
        case "sum_7d": return ["1804.55", nil, "210.4"][row % 3]
        case "geo": return ["EE", nil, "DE"][row % 3]
        case "segment": return ["[\"gold\",\"eu\"]", "[\"silver\"]", "[]"][row % 3]
        default: return "\((column + 1) * 3 + row)"
        }
    }
}
