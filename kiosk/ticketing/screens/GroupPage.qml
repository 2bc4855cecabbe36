import shared.ui.controls

// The second page of a grouped tile: the same places, the group's services.
TilePage {
    shown: flow.screen === "group"
    tiles: flow.groupTiles
    waitingBy: flow.groupWaitingBy
    question: Words.firstOf(flow.groupName)
    questionSecond: Words.secondOf(flow.groupName)
}
