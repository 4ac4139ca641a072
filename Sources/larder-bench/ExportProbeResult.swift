/// What one export took.
struct ExportProbeResult: Codable, Sendable {
    let seconds: Double
    let peakResidentKiB: Int
}
