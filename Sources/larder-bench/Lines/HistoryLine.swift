/// An export from a long history: the cost follows the questions.
struct HistoryLine: BenchLine {
    var promises: [Measurement] { promises(Scale.full) }

    private func promises(_ scale: Scale) -> [Measurement] {
        [
            Measurement(
                "export.long-history",
                "\(scale.historyEntityRows) entity rows against \(scale.historyRows) feature rows, CSV in and out",
                unit: .seconds, limit: .atMost(0.5))
        ]
    }

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let scale = context.scale
        let run = ExportRun(
            featureRows: scale.historyRows, entityRows: scale.historyEntityRows, stations: scale.stations,
            directory: "\(context.folder)/history")
        try await run.prepare()
        var (floor, time) = (Samples(), Samples())
        for _ in 1...context.rounds {
            let bare = try await run.bare()
            floor.add(bare.seconds)
            time.add(try await run.product(expecting: bare).seconds)
        }
        return promises(scale).map { $0.with(.measured(product: time.median, floor: floor.median)) }
    }
}
