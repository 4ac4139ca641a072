import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// A row of the list of feature sets.
struct FeatureSetRow: Identifiable, Equatable, Sendable {
    /// How a feature set is, the worst first.
    enum Condition: Int, Sendable, Hashable, Comparable {
        /// No store subscribes to it.
        case unstored
        /// One of its stores is not fed.
        case troubled
        case pending, starting, ready

        /// Worse ones come first.
        static func < (left: Condition, right: Condition) -> Bool { left.rawValue < right.rawValue }
    }

    let summary: FeatureSetSummary

    var id: FeatureSetReference { summary.record.definition.reference }

    /// The definition.
    var definition: FeatureSet { summary.record.definition }

    /// How it is.
    var condition: Condition {
        if summary.stores.isEmpty { return .unstored }
        switch summary.record.status {
        case .pending: return .pending
        case .jobStarting: return .starting
        case .ready: return summary.problems.isEmpty ? .ready : .troubled
        }
    }

    /// What that means on the screen.
    var role: Role {
        switch condition {
        case .unstored: .error
        case .troubled: .warn
        case .pending, .starting: .wait
        case .ready: .ok
        }
    }

    /// The status in a word; what no store takes says so.
    var status: String { condition == .unstored ? "no store" : summary.record.status.rawValue }

    /// Its sign.
    func mark(_ glyphs: GlyphSet) -> TableMark {
        switch condition {
        case .unstored, .troubled: TableMark(glyphs.error, role)
        case .pending: TableMark(glyphs.pending, role)
        case .starting: TableMark(glyphs.starting, role)
        case .ready: TableMark(glyphs.running, role)
        }
    }

    /// The labels: `owner=payments, tier=gold`.
    var labels: String {
        definition.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// The source in short: `KAFKA risk-card`.
    var source: String {
        guard let source = definition.source else { return "-" }
        return [source.type, source.config["topic"]].compactMap(\.self).joined(separator: " ")
    }

    /// The most troubled first.
    var rank: [SortKey] { [.number(Double(condition.rawValue)), .text(id.description)] }
}
