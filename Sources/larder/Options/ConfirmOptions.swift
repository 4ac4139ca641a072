import ArgumentParser

/// Whether a change is confirmed beforehand.
struct ConfirmOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Do it without asking.")
    var yes = false
}
