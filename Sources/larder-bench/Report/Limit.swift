/// What a figure may be.
enum Limit: Sendable {
    /// No more than this.
    case atMost(Double)
    /// No less than this share of the floor's rate.
    case shareOfFloor(Double)
    /// No more than this many times what the floor takes.
    case timesFloor(Double)
    /// Nothing is promised: the figure is shown beside the floor's.
    case comparison

    /// The figure that is judged; nil where there is no floor to compare with.
    func judged(product: Double, floor: Double?) -> Double? {
        switch self {
        case .atMost: product
        case .shareOfFloor, .timesFloor, .comparison: floor.map { product / $0 }
        }
    }

    /// True where a judged figure is within the limit.
    func holds(_ judged: Double) -> Bool {
        switch self {
        case .atMost(let most), .timesFloor(let most): judged <= most
        case .shareOfFloor(let least): judged >= least
        case .comparison: true
        }
    }

    /// The limit in words.
    func text(_ unit: Unit) -> String {
        switch self {
        case .atMost(let most): "≤ \(unit.text(most))"
        case .shareOfFloor(let least): "≥ \(Unit.rounded(least, places: 2)) of floor"
        case .timesFloor(let most): "≤ \(Unit.rounded(most, places: 2)) × floor"
        case .comparison: "-"
        }
    }

    /// A judged figure in words.
    func text(judged: Double, _ unit: Unit) -> String {
        switch self {
        case .atMost: unit.text(judged)
        case .shareOfFloor, .comparison: "\(Unit.rounded(judged, places: 2)) of floor"
        case .timesFloor: "\(Unit.rounded(judged, places: 2)) × floor"
        }
    }
}
