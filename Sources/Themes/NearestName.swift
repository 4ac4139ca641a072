/// Finds what somebody probably meant.
enum NearestName {
    /// `; did you mean 'x'?` for the candidate nearest to a name, or nothing when none is near.
    static func suggestion(for name: String, among candidates: some Sequence<String>) -> String {
        let wanted = Array(name.lowercased())
        let ranked = candidates.sorted().map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= max(2, wanted.count / 2)
        else { return "" }
        return "; did you mean '\(best.name)'?"
    }

    /// The number of insertions, deletions and replacements between two words (Levenshtein).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (other, candidate) in right.enumerated() {
                let replaced = diagonal + (character == candidate ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, row[other + 1] + 1)
            }
        }
        return row[right.count]
    }
}
