/// An export beside the bare query.
struct ExportLine: BenchLine {
    var promises: [Measurement] { promises(Scale.full) }

    private func promises(_ scale: Scale) -> [Measurement] {
        let sizes = "\(scale.entityRows) entity rows against \(scale.featureRows) feature rows"
        return [
            Measurement(
                "export.time",
                "\(sizes), CSV in and out, by a worker in a process of its own; floor: one cached seek per row",
                unit: .seconds, limit: .timesFloor(2)),
            Measurement(
                "export.memory", "\(sizes): the most memory that process ever held", unit: .mebibytes,
                limit: .atMost(100)),
        ]
    }

    func measure(_ context: BenchContext) async throws -> [Measurement] {
        let scale = context.scale
        let run = ExportRun(
            featureRows: scale.featureRows, entityRows: scale.entityRows, stations: scale.stations,
            directory: "\(context.folder)/export")
        try await run.prepare()
        var (floor, time, memory) = (Samples(), Samples(), Samples())
        for _ in 1...context.rounds {
            let bare = try await run.bare()
            let product = try await run.product(expecting: bare)
            floor.add(bare.seconds)
            time.add(product.seconds)
            memory.add(Double(product.peakResidentKiB) / 1_024)
        }
        let outcomes: [Measurement.Outcome] = [
            .measured(product: time.median, floor: floor.median), .measured(product: memory.median, floor: nil),
        ]
        return zip(promises(scale), outcomes).map { $0.with($1) }
    }
}
