import Dispatch
import FeatureModel
import Glibc
import Operations
import Retrieval
import RowFiles
import StorageAPI

/// Checks what an export asks for, in full, before anything is started.
struct ExportPlanner: Sendable {
    private static let sampleRows = 20

    let lookup: FeatureLookup
    let choice: StoreChoice

    /// Finds the features, the store, and the columns of the entity rows.
    func plan(_ request: ExportRequest) async throws(OperationError) -> PlannedExport {
        let selections = try await lookup.exportSelections(for: request.features)
        let plan = try planned { () throws(PlanFault) in
            let plan = try HistoricalPlan(
                selections: selections, maxAgeOverrideSeconds: request.maxAgeOverrideSeconds)
            _ = try plan.entities()
            return plan
        }
        let sets = plan.requests.map(\.featureSet.reference)
        let store = try await choice.store(for: sets, .historical, named: request.store)
        let rows = try await blocking { () throws(OperationError) in try entityFile(request, plan) }
        let complete = ExportRequest(
            rowsPath: request.rowsPath, rowsFormat: request.rowsFormat,
            features: selections.map { selection in
                FeatureReference(
                    project: selection.asked.project ?? selection.featureSet.reference.project,
                    featureSet: selection.asked.featureSet, feature: selection.asked.feature)
            },
            outputPath: request.outputPath, outputFormat: request.outputFormat, store: store.name,
            timestampColumn: request.timestampColumn, maxAgeOverrideSeconds: request.maxAgeOverrideSeconds,
            overwrites: request.overwrites)
        return PlannedExport(request: complete, plan: plan, rows: rows, store: store)
    }

    /// Looks at a file of entity rows.
    func inspect(_ path: String, _ format: RowFormat?) throws(OperationError) -> EntityFileSummary {
        do {
            let reader = try RowReader(path: path, format: format)
            let batch = try reader.nextBatch(maxRows: Self.sampleRows)
            let columns = reader.columns
            return EntityFileSummary(
                columns: columns, format: reader.format,
                timestampColumn: try? EntityFile.timeColumn(named: nil, among: columns),
                sample: (0..<batch.count).map { row in
                    columns.indices.map { AnswerPreview.text(batch.cell(row: row, column: $0)) }
                },
                bytes: reader.totalBytes ?? 0)
        } catch {
            throw OperationError(files: error)
        }
    }

    /// Refuses an output that cannot be written, before the work begins.
    func checkOutput(of request: ExportRequest) throws(OperationError) {
        let path = request.outputPath
        guard path != request.rowsPath, !Self.areSame(path, request.rowsPath) else {
            throw OperationError(
                .invalid, "the output is the file of entity rows itself", target: path, hint: "name another file")
        }
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw OperationError(.invalid, "\(path) is not a file", target: path, hint: "name a file to write")
            }
            guard request.overwrites else {
                throw OperationError(
                    .refused, "\(path) exists", target: path, hint: "name another file, or give --yes to replace it")
            }
        }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw OperationError(
                .failed, "cannot write into \(folder): \(reason)", target: folder,
                hint: "make the folder, or name another one")
        }
    }

    /// True for two names of one file, such as a link and what it leads to.
    private static func areSame(_ path: String, _ other: String) -> Bool {
        var (left, right) = (stat(), stat())
        return stat(path, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev
            && left.st_ino == right.st_ino
    }

    /// Runs what blocks on files, off the cooperative threads.
    func blocking<Answer: Sendable>(
        _ body: @escaping @Sendable () throws(OperationError) -> Answer
    ) async throws(OperationError) -> Answer {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: Result { () throws(OperationError) in try body() })
            }
        }
        return try result.get()
    }

    /// What a preview shows that the operator should know: columns that are empty for every row of it.
    static func warnings(_ preview: AnswerPreview, _ plan: HistoricalPlan) -> [String] {
        let rows = preview.rows
        guard !rows.isEmpty else { return ["the file has no entity rows"] }
        let first = preview.columns.count - plan.columnNames.count
        return plan.columnNames.enumerated().compactMap { index, name in
            rows.allSatisfy { $0[first + index] == nil } ? "\(name) is null for all \(rows.count) rows" : nil
        }
    }

    private func entityFile(_ request: ExportRequest, _ plan: HistoricalPlan) throws(OperationError) -> EntityFile {
        do {
            return try EntityFile(
                path: request.rowsPath, format: request.rowsFormat, timestampColumn: request.timestampColumn,
                plan: plan)
        } catch {
            throw OperationError(files: error)
        }
    }

    private func planned<Answer>(_ body: () throws(PlanFault) -> Answer) throws(OperationError) -> Answer {
        do throws(PlanFault) {
            return try body()
        } catch {
            throw OperationError(.invalid, error.description)
        }
    }
}

extension OperationError {
    /// What was wrong with the files of an export.
    init(files error: any Error) {
        switch error {
        case let error as RowFileError: self.init(error)
        case let error as PlanFault: self.init(.invalid, error.description)
        default: self.init(.failed, "\(error)")
        }
    }
}
