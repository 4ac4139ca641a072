/// Names one start of an effect, so that late answers of an older one can be told from those of a newer one.
struct EffectToken: Sendable, Hashable {
    let number: Int
}
