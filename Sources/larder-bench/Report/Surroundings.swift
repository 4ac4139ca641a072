import Foundation
import Glibc

/// The machine at one moment of a run: figures mean nothing without it.
struct Surroundings: Codable, Sendable {
    let date: String
    let cores: Int
    /// Over the last 1, 5 and 15 minutes; this program's own work counts, too.
    let load: [Double]
    let memoryMebibytes: Int
    let kernel: String
    let isReleaseBuild: Bool

    static func now() -> Surroundings {
        var load = [0.0, 0.0, 0.0]
        getloadavg(&load, 3)
        let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        return Surroundings(
            date: ISO8601DateFormatter().string(from: Date()), cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)),
            load: load, memoryMebibytes: memory >> 20,
            kernel: ProcessInfo.processInfo.operatingSystemVersionString, isReleaseBuild: isReleaseBuild)
    }

    private static var isReleaseBuild: Bool {
        #if DEBUG
            false
        #else
            true
        #endif
    }

    /// In one line of text.
    var text: String {
        let loads = load.map { Unit.rounded($0, places: 2) }.joined(separator: " ")
        return "\(date) · \(cores) cores · \(memoryMebibytes) MiB · load \(loads)"
            + " · \(isReleaseBuild ? "release" : "DEBUG") build"
    }
}
