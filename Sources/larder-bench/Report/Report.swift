import Foundation

/// Everything that a run found out.
struct Report: Sendable {
    let scale: Scale
    let rounds: Int
    /// At the start and at the end.
    let surroundings: [Surroundings]
    let measurements: [Measurement]

    var hasMisses: Bool { measurements.contains { $0.verdict == .missed } }

    /// The table, as text.
    var table: String {
        let head = ["line", "limit", "value", "product", "floor", "verdict"]
        let rows = [head] + measurements.map(Self.row)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { text, width in
                text + String(repeating: " ", count: max(0, width - text.count))
            }.joined(separator: "  ")
        }
        let notes = measurements.map { "  \($0.name): \($0.title)\(Self.reason($0))" }
        let setting = scale.isQuick ? ["QUICK sizes: a smoke run, the figures mean little"] : []
        return (setting + surroundings.map(\.text) + ["medians of \(rounds) rounds", ""] + lines + [""] + notes)
            .joined(separator: "\n")
    }

    private static func row(_ measurement: Measurement) -> [String] {
        let (unit, limit) = (measurement.unit, measurement.limit)
        var figures = ["-", "-", "-"]
        if case .measured(let product, let floor) = measurement.outcome {
            figures = [
                measurement.judged.map { limit.text(judged: $0, unit) } ?? "-", unit.text(product),
                floor.map(unit.text) ?? "-",
            ]
        }
        return [measurement.name, limit.text(unit)] + figures + [measurement.verdict.rawValue]
    }

    private static func reason(_ measurement: Measurement) -> String {
        guard case .notMeasured(let reason) = measurement.outcome else { return "" }
        return "\n    not measured: \(reason)"
    }

    /// The figures for programs.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            ReportDocument(
                isQuick: scale.isQuick, rounds: rounds, surroundings: surroundings,
                lines: measurements.map(ReportDocument.Line.init)))
    }
}
