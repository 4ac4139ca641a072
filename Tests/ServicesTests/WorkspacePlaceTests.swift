import Services
import Testing

@Suite("Where a workspace is")
struct WorkspacePlaceTests {
    private let variables = ["HOME": "/home/ada"]

    @Test("a flag counts before the variable, the variable before the default")
    func order() {
        let named = WorkspacePlace.find(
            named: "shop", currentDirectory: "/work", variables: ["LARDER_WORKSPACE": "/other"])
        #expect(named == WorkspacePlace(directory: "/work/shop", stateDirectory: "/work/shop/state", isNamed: true))
        let variable = WorkspacePlace.find(
            named: nil, currentDirectory: "/work", variables: ["LARDER_WORKSPACE": "/other/./x/.."])
        #expect(variable == WorkspacePlace(directory: "/other", stateDirectory: "/other/state", isNamed: true))
    }

    @Test("the default one keeps its state apart, where the XDG rules say")
    func standard() {
        #expect(
            WorkspacePlace.find(named: nil, currentDirectory: "/work", variables: variables)
                == WorkspacePlace(
                    directory: "/home/ada/.config/larder", stateDirectory: "/home/ada/.local/state/larder",
                    isNamed: false))
        let moved = variables.merging(["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative"]) { $1 }
        #expect(
            WorkspacePlace.find(named: nil, currentDirectory: "/work", variables: moved)
                == WorkspacePlace(
                    directory: "/c/larder", stateDirectory: "/home/ada/.local/state/larder", isNamed: false))
    }
}
