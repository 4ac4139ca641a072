/// The steps to a new export, in order.
enum ExportStep: Int, Sendable, Hashable, CaseIterable {
    case rows, features, time, output, review

    /// What stands in the title.
    var title: String {
        switch self {
        case .rows: "Rows"
        case .features: "Features"
        case .time: "Time"
        case .output: "Output"
        case .review: "Review"
        }
    }

    /// The step after it; nil after the last.
    var next: ExportStep? { ExportStep(rawValue: rawValue + 1) }

    /// The step before it; nil before the first.
    var previous: ExportStep? { ExportStep(rawValue: rawValue - 1) }
}
