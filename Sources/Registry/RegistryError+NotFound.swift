import FeatureModel

extension RegistryError {
    /// Nothing has this name; offers the nearest one, or says where names are listed.
    static func notFound(
        _ kind: String, _ name: String, among candidates: some Sequence<String>, otherwise hint: String?
    ) -> RegistryError {
        let nearest = SpellingDistance.nearest(to: name, among: candidates)
        return RegistryError(
            .notFound, "there is no \(kind) \(name)", target: name, hint: nearest.map { "did you mean \($0)?" } ?? hint)
    }
}
