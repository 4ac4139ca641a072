/// One or several lines of the report that are measured together.
protocol BenchLine: Sendable {
    /// The lines, without figures.
    var promises: [Measurement] { get }

    /// Measures them.
    func measure(_ context: BenchContext) async throws -> [Measurement]
}

extension BenchLine {
    var names: [String] { promises.map(\.name) }

    func notMeasured(because reason: String) -> [Measurement] {
        promises.map { $0.notMeasured(because: reason) }
    }
}
