/// Figures of several rounds.
struct Samples: Sendable {
    private(set) var figures: [Double] = []

    mutating func add(_ figure: Double) { figures.append(figure) }

    /// The middle one, or the mean of the middle two; 0 where there are none.
    var median: Double {
        guard !figures.isEmpty else { return 0 }
        let sorted = figures.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
