import FeatureModel
import TextCanvas

/// A row of the list of exports.
struct ExportRow: Identifiable, Equatable, Sendable {
    /// Work that ends sooner has no guess of its end.
    private static let leastForGuess: Int64 = 10

    let export: Export

    var id: ExportID { export.id }

    /// `2/5 loading`; the stage a failed or cancelled one ended in stays.
    var stage: String {
        guard let stage = export.stage, let place = RetrievalStage.allCases.firstIndex(of: stage) else { return "-" }
        return "\(place + 1)/\(RetrievalStage.allCases.count) \(stage.rawValue)"
    }

    /// The part of the rows that is done; nil while nobody knows how many there are.
    var fraction: Double? {
        guard let rows = export.rows, rows > 0 else { return export.status == .done ? 1 : nil }
        return min(1, Double(export.rowsDone) / Double(rows))
    }

    /// Whole percents; `-` while nobody knows.
    var percent: String { fraction.map { "\(Int(($0 * 100).rounded(.down)))" } ?? "-" }

    /// The output's file name; its folder is in the export's own view.
    var outputName: String {
        export.request.outputPath.split(separator: "/").last.map(String.init) ?? export.request.outputPath
    }

    /// How long it has worked, or did.
    func elapsed(_ now: WallTime) -> Int64? {
        guard let started = export.startedAt else { return nil }
        return max(0, (export.finishedAt?.seconds ?? now.seconds) - started.seconds)
    }

    /// A guess of how long it still takes, after 10 s and 5 %.
    func remaining(_ now: WallTime) -> Int64? {
        guard export.status == .running, let elapsed = elapsed(now), elapsed >= Self.leastForGuess,
            let fraction, fraction >= 0.05
        else { return nil }
        return Int64(Double(elapsed) * (1 - fraction) / fraction)
    }

    /// `~4m`, rounded.
    func guess(_ now: WallTime) -> String {
        guard let remaining = remaining(now) else { return "-" }
        let rounded = remaining < 60 ? (remaining + 9) / 10 * 10 : (remaining + 30) / 60 * 60
        return "~" + AgeText.describe(seconds: rounded)
    }
}
