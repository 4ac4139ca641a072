import Foundation

/// What the kernel says of a process.
struct ProcessReading: Sendable {
    /// Memory that is in use now, in KiB.
    let residentKiB: Int
    /// The most that was ever in use, in KiB.
    let peakResidentKiB: Int
    /// Processor time, in seconds.
    let processorSeconds: Double

    /// Reads `/proc`.
    init(of process: Int32) throws {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        residentKiB = Self.kibibytes("VmRSS:", in: status)
        peakResidentKiB = Self.kibibytes("VmHWM:", in: status)
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name stands in brackets and may hold spaces; utime and stime are the 14th and 15th field.
        let fields = stat.drop { $0 != ")" }.split(separator: " ").dropFirst()
        let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }
        guard ticks.count == 2 else { throw BenchFailure("cannot read /proc/\(process)/stat") }
        processorSeconds = (ticks[0] + ticks[1]) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func kibibytes(_ key: String, in status: String) -> Int {
        let line = status.split(separator: "\n").first { $0.hasPrefix(key) }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
