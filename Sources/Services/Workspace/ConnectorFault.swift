import FeatureModel

/// Why a type name cannot be used where it stands.
struct ConnectorFault: Error {
    enum Role: String {
        case store, source
    }

    let type: String
    let role: Role
    let isKnown: Bool
    let candidates: [String]

    var message: String {
        isKnown ? "\(type) cannot be a \(role.rawValue)" : "there is no connector of the type \(type)"
    }

    var hint: String {
        if let nearest = isKnown ? nil : SpellingDistance.nearest(to: type, among: candidates) {
            return "did you mean \(nearest)?"
        }
        return "a \(role.rawValue) is one of: \(candidates.joined(separator: ", "))"
    }
}
