/// The report as its JSON has it.
struct ReportDocument: Codable, Sendable {
    struct Line: Codable, Sendable {
        let name: String
        let title: String
        let unit: Unit
        let limit: String
        let product: Double?
        let floor: Double?
        /// What the limit is compared with.
        let judged: Double?
        let verdict: Measurement.Verdict
        let reason: String?
    }

    let isQuick: Bool
    let rounds: Int
    let surroundings: [Surroundings]
    let lines: [Line]
}

extension ReportDocument.Line {
    init(_ measurement: Measurement) {
        name = measurement.name
        title = measurement.title
        unit = measurement.unit
        limit = measurement.limit.text(measurement.unit)
        judged = measurement.judged
        verdict = measurement.verdict
        switch measurement.outcome {
        case .measured(let product, let floor):
            self.product = product
            self.floor = floor
            reason = nil
        case .notMeasured(let reason):
            product = nil
            floor = nil
            self.reason = reason
        }
    }
}
