/// The fields of the online inspector's form.
enum OnlineField: Sendable, Hashable {
    /// Which registered feature set.
    case featureSet
    /// Which features, by reference; blank for all of the set.
    case features
    /// One entity of the key.
    case entity(String)
    /// Which store to ask.
    case store
    /// The time that freshness is judged by.
    case time
}
