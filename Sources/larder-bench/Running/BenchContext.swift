/// What a line needs to know of the run.
struct BenchContext: Sendable {
    let scale: Scale
    let rounds: Int
    /// A folder that is removed at the end of the run.
    let folder: String
}
