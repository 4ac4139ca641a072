/// One line of the report.
struct Measurement: Sendable {
    /// What came of measuring it.
    enum Outcome: Sendable {
        /// Medians; a floor where the limit speaks of one.
        case measured(product: Double, floor: Double?)
        /// Nothing, and why.
        case notMeasured(String)
    }

    /// How a line came out.
    enum Verdict: String, Codable, Sendable {
        case met
        case missed
        case compared
        case notMeasured = "not measured"
    }

    /// Short and stable, for `--only` and for comparing reports.
    let name: String
    /// What was done, with its sizes.
    let title: String
    let unit: Unit
    let limit: Limit
    let outcome: Outcome

    /// The figure that is judged; nil where there is none.
    var judged: Double? {
        guard case .measured(let product, let floor) = outcome else { return nil }
        return limit.judged(product: product, floor: floor)
    }

    var verdict: Verdict {
        guard let judged else { return .notMeasured }
        if case .comparison = limit { return .compared }
        return limit.holds(judged) ? .met : .missed
    }

    /// A line that has yet to be measured.
    init(_ name: String, _ title: String, unit: Unit, limit: Limit) {
        self.init(name: name, title: title, unit: unit, limit: limit, outcome: .notMeasured("not yet"))
    }

    private init(name: String, title: String, unit: Unit, limit: Limit, outcome: Outcome) {
        self.name = name
        self.title = title
        self.unit = unit
        self.limit = limit
        self.outcome = outcome
    }

    /// The same line with what came of it.
    func with(_ outcome: Outcome) -> Measurement {
        Measurement(name: name, title: title, unit: unit, limit: limit, outcome: outcome)
    }

    /// The same line without figures.
    func notMeasured(because reason: String) -> Measurement { with(.notMeasured(reason)) }
}
