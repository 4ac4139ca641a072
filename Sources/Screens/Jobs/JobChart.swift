import ConsoleKit
import FeatureModel
import TextCanvas

/// One line of a job's metrics: a name, the present value, and the last half hour.
struct JobChart {
    /// How far back charts go, in seconds.
    static let span: Int64 = 30 * 60

    let label: String
    let value: String
    let role: Role
    /// The measured values, the oldest first; nil where nothing was measured.
    let points: [(at: Timestamp, value: Double?)]

    /// The charts of a job, the most telling first.
    static func all(of metrics: JobMetrics) -> [JobChart] {
        let samples = metrics.samples
        let times = samples.dropFirst().map(\.at)
        let rates = metrics.rowsPerSecond
        let failures = metrics.failuresPerSecond.map { $0.map { $0 * 60 } }
        return [
            JobChart(
                label: "rows/s", value: CountText.rate(rates.last ?? nil), role: .series1,
                points: Array(zip(times, rates)).map { (at: $0, value: $1) }),
            JobChart(
                label: "lag p99", value: LagText.of(milliseconds: samples.last?.eventLag99), role: .series2,
                points: samples.map { (at: $0.at, value: $0.eventLag99.map(Double.init)) }),
            JobChart(
                label: "dead/min", value: CountText.rate(failures.last ?? nil), role: .series3,
                points: Array(zip(times, failures)).map { (at: $0, value: $1) }),
            JobChart(
                label: "behind", value: samples.last?.lagRows.map(CountText.grouped) ?? "-", role: .series4,
                points: samples.map { (at: $0.at, value: $0.lagRows.map(Double.init)) }),
        ]
    }

    /// The half hour in so many steps, each the mean of what was measured in it.
    func steps(_ count: Int, until now: WallTime) -> [Double?] {
        guard count > 0 else { return [] }
        var sums = Array(repeating: (sum: 0.0, count: 0.0), count: count)
        for point in points {
            guard let value = point.value else { continue }
            let age = now.seconds - point.at.seconds
            guard (0..<Self.span).contains(age) else { continue }
            let step = count - 1 - Int(age * Int64(count) / Self.span)
            sums[step].sum += value
            sums[step].count += 1
        }
        return sums.map { $0.count > 0 ? $0.sum / $0.count : nil }
    }

    /// Draws it in one row.
    func draw(into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        let head = Self.headWidth
        canvas.draw(
            [
                TextRun(TextFitting.fitted(label, to: 9, mark: ""), .muted),
                TextRun(TextFitting.fitted(value, to: 9, .right, mark: ""), .number),
            ], at: Position(column: rect.column + 1, row: rect.row), width: max(0, rect.width - 1))
        let line = Rect(column: rect.column + head, row: rect.row, width: max(0, rect.width - head - 1), height: 1)
        Sparkline(steps(line.width, until: context.now), role: role)
            .draw(into: &canvas, in: line, glyphs: context.glyphs)
    }

    private static let headWidth = 21
}
