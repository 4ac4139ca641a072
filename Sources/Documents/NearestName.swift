import FeatureModel

/// Finds what somebody probably meant.
enum NearestName {
    /// The known name that takes the fewest changed, added, dropped or swapped letters; nil where none is near.
    static func of(_ name: String, among known: [String]) -> String? {
        let wanted = name.lowercased()
        let ranked = known.map { (name: $0, distance: SpellingDistance.between(wanted, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(3, wanted.count / 2)) ? best.name : nil
    }

    /// `did you mean X?`, or the list of what there is.
    static func hint(for name: String, among known: [String]) -> String? {
        if let nearest = of(name, among: known) { return "did you mean \(nearest)?" }
        return known.isEmpty ? nil : "known are \(known.joined(separator: ", "))"
    }
}
