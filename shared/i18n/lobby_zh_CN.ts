<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>By customer group, then by arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order of arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longer the wait, the sooner; some groups count faster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Large type</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>常规字</translation>
    </message>
</context>
<context>
    <name>CallRow</name>
    <message>
        <source>Counter</source>
        <translation>号窗口</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>The server's answer (%1) cannot be understood. Update this program.</source>
        <translation>无法理解服务器的回答（%1）。请更新本程序。</translation>
    </message>
</context>
<context>
    <name>PrinterCheck</name>
    <message>
        <source>The cover of the printer is open: close it.</source>
        <translation>打印机上盖未合：请合上。</translation>
    </message>
    <message>
        <source>The printer cannot be reached: check that it is on, its cable is in and its address is right.</source>
        <translation>连不上打印机：请检查电源、连线和地址设置。</translation>
    </message>
    <message>
        <source>The printer has no paper: put in a new roll.</source>
        <translation>打印机缺纸：请换上新纸卷。</translation>
    </message>
    <message>
        <source>The printer is ready.</source>
        <translation>打印机正常。</translation>
    </message>
    <message>
        <source>The printer is ready; its paper ends soon, put a new roll beside it.</source>
        <translation>打印机正常；纸快用完了，请备好新纸卷。</translation>
    </message>
    <message>
        <source>The printer reports an error: look for jammed paper at the knife, then switch it off and on.</source>
        <translation>打印机报错：请查看切刀处是否卡纸，然后关机再开机。</translation>
    </message>
    <message>
        <source>The printer takes data but does not tell its state: print a test slip and look.</source>
        <translation>打印机能接收数据，但不报告状态：请试打一张并查看。</translation>
    </message>
</context>
<context>
    <name>PriorityRow</name>
    <message>
        <source>Now choose a service</source>
        <translation>接着选要办的业务</translation>
    </message>
    <message>
        <source>Priority on</source>
        <translation>已选优先照顾</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>%1, 8 times in 10</source>
        <translation>十次有八次在 %1 叫到您</translation>
    </message>
    <message>
        <source>About</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>前面</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>COPY %1</source>
        <translation>第 %1 次打印</translation>
    </message>
    <message>
        <source>Follow on your phone</source>
        <translation>手机扫码看进度</translation>
    </message>
    <message>
        <source>Have ready: %1</source>
        <translation>请准备：%1</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ends as “%2”. Nobody is called until you press F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pauses (%2). Nobody is called here until you resume; those who wait keep their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays with this counter; sign in again to finish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for this counter</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ratings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Called, recalled %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and call next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did it end? A digit closes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the branch server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at this counter (skill or reserved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome: “%1” · then %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People wait for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in and open the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order in which this counter would call now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your staff number and your PIN (at least %1 digits).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited, min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Choose with a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announce it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived %1, waited %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the branch's rule %1 (%2 min) goes before %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call again on the board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calling begins with the next press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came first of the %1 waiting for this counter (%2 min); nobody passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came while this counter was free, so called at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose outcome 1–%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chose English at the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by a person, out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the counter and sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the present visit as usual and call the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close with another outcome, then a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer is here: starts the clock (F2 implies it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish this customer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frees the counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key received, waiting for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely %1, %2, waiting %3 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>longest %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest wait %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection: comes back by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ratings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no-show, after the recalls that the branch asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is called here until you open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is called here until you resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waits for this counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody waits: the next to come is called here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody was called before in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none closed here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 in the lobby</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause with a reason, or resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned for these services: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated %1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>recall %n times first</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>recall once first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>since sign-in at %1; only you see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard ≥ %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing by for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing by: the next to come is called here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the only one waiting for this counter, for %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then F2 calls the next customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this counter is free for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to have ready: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the list of waiting people; arrows move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the next key; Enter or Space presses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>was passed over %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VirtualPrinter</name>
    <message>
        <source>QR not read: OpenCV is not installed</source>
        <translation>未读二维码：没有安装 OpenCV</translation>
    </message>
    <message>
        <source>unknown commands: %1</source>
        <translation>未知指令：%1</translation>
    </message>
</context>
<context>
    <name>WaitCount</name>
    <message numerus="yes">
        <source>%1 waiting, %n counters open</source>
        <translation>
            <numerusform>现在 %1 人在等，%n 个窗口在办</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>%1 cannot be used at %2. See the interface description at %3.</source>
        <translation>%2 不接受 %1。请看 %3 的接口说明。</translation>
    </message>
    <message>
        <source>%1 is no rating. Send a whole number from 1 to 5.</source>
        <translation>%1 不是有效的评分。请用 1 到 5 的整数。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2. Choose another --host or --port.</source>
        <translation>无法在 %1 上监听：%2。请用 --host 或 --port 另选。</translation>
    </message>
    <message>
        <source>Counter %1 has no customer now. Call the next one first.</source>
        <translation>%1 号窗口现在没有客户。请先叫下一位。</translation>
    </message>
    <message>
        <source>Counter %1 is already open for %2. Close it there first, or take another counter.</source>
        <translation>%1 号窗口已由 %2 使用。请先在那里关闭，或换一个窗口。</translation>
    </message>
    <message>
        <source>Counter %1 is not open. Open it first.</source>
        <translation>%1 号窗口还没有开。请先开窗口。</translation>
    </message>
    <message>
        <source>Counter %1 still has ticket %2. Finish it first.</source>
        <translation>%1 号窗口还在办理 %2 号票。请先办完。</translation>
    </message>
    <message>
        <source>Event log %1 does not fit together near “%2”. Export it again from the start of a day.</source>
        <translation>事件日志 %1 在“%2”附近前后不符。请从一天的开头重新导出。</translation>
    </message>
    <message>
        <source>Event log %1 holds no day “%2”. It holds: %3.</source>
        <translation>事件日志 %1 里没有“%2”这一天。里面有：%3。</translation>
    </message>
    <message>
        <source>Event log %1 mentions “%2”, which profile %3 does not have. Name the branch's own profile with --profile.</source>
        <translation>事件日志 %1 提到“%2”，而网点配置 %3 里没有。请用 --profile 指定该网点自己的配置。</translation>
    </message>
    <message>
        <source>Event log %1, line %2: %3 Export it again, or take this line out.</source>
        <translation>事件日志 %1 第 %2 行：%3 请重新导出，或去掉这一行。</translation>
    </message>
    <message>
        <source>File %1 cannot be read: %2. Check the path and try again.</source>
        <translation>文件 %1 无法读取：%2。请核对路径后再试。</translation>
    </message>
    <message>
        <source>File %1 cannot be written: %2. Choose another folder and try again.</source>
        <translation>文件 %1 无法写入：%2。请换一个文件夹再试。</translation>
    </message>
    <message>
        <source>Give a reason for this. Choose one of: %1.</source>
        <translation>请写明原因。请从这些中选择：%1。</translation>
    </message>
    <message>
        <source>No counter of this branch serves “%1” for “%2”. Choose another service.</source>
        <translation>本网点没有窗口为“%2”办理“%1”。请选其他业务。</translation>
    </message>
    <message>
        <source>Nobody is signed in here. Sign in with staff number and PIN.</source>
        <translation>这里还没有人登录。请用工号和密码登录。</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Stop it, or choose another with --port.</source>
        <translation>端口 %1 已被别的程序占用。请停止那个程序，或用 --port 换一个端口。</translation>
    </message>
    <message>
        <source>Profile %1: %2</source>
        <translation>网点配置 %1：%2</translation>
    </message>
    <message>
        <source>Recording %1 cannot be used: %2. Save it as WAV, 16,000 Hz, mono, 16 bit.</source>
        <translation>录音 %1 无法使用：%2。请存为 WAV，16,000 Hz，单声道，16 位。</translation>
    </message>
    <message>
        <source>Scenario %1: %2</source>
        <translation>情景文件 %1：%2</translation>
    </message>
    <message>
        <source>Staff number and PIN do not match. Try again, or ask a manager for a new PIN.</source>
        <translation>工号与密码不符。请再试一次，或请主管重设密码。</translation>
    </message>
    <message>
        <source>The accent colour %1 has a contrast of only %2 on %3; choose one with at least %4.</source>
        <translation>主色 %1 在 %3 上的对比度只有 %2；请选对比度不低于 %4 的颜色。</translation>
    </message>
    <message>
        <source>The branch gives tickets from %1 to %2. Come back then, or ask our staff.</source>
        <translation>本网点 %1 至 %2 取号。请届时再来，或询问工作人员。</translation>
    </message>
    <message>
        <source>The branch server %1 does not answer. Check that it runs and that the cable is in.</source>
        <translation>网点服务器 %1 没有回答。请检查它是否运行、网线是否插好。</translation>
    </message>
    <message>
        <source>The connection to the printer %1 broke. Check its cable, then print again.</source>
        <translation>与打印机 %1 的连接断了。请检查连线，然后重新打印。</translation>
    </message>
    <message>
        <source>The database cannot be used: %1. Nothing was changed; try again.</source>
        <translation>数据库无法使用：%1。什么都没有改变；请再试一次。</translation>
    </message>
    <message>
        <source>The printer %1 cannot be reached. Check that it is on and its cable is in.</source>
        <translation>连不上打印机 %1。请检查电源和连线。</translation>
    </message>
    <message>
        <source>The printer %1 failed: %2. Switch it off and on, then try again.</source>
        <translation>打印机 %1 出错：%2。请关机再开机，然后重试。</translation>
    </message>
    <message>
        <source>The printer %1 stopped taking data. Look for paper and cover, then print again.</source>
        <translation>打印机 %1 不再接收数据。请检查纸和上盖，然后重新打印。</translation>
    </message>
    <message>
        <source>The printer address “%1” cannot be used: %2. Write it like tcp://192.0.2.7:9100, usb://04b8:0e15, serial:///dev/ttyS0?baud=19200 or file:///dev/usb/lp0.</source>
        <translation>打印机地址“%1”无法使用：%2。请写成 tcp://192.0.2.7:9100、usb://04b8:0e15、serial:///dev/ttyS0?baud=19200 或 file:///dev/usb/lp0 的形式。</translation>
    </message>
    <message>
        <source>The recording %1 is missing. Record it, or take the shipped set.</source>
        <translation>缺少录音 %1。请录制，或使用自带的一套。</translation>
    </message>
    <message>
        <source>The request cannot be read: %1. Correct it and send it again.</source>
        <translation>请求无法读取：%1。请改正后重新发送。</translation>
    </message>
    <message>
        <source>The request is larger than %1 KB. Send less.</source>
        <translation>请求超过 %1 KB。请减少内容。</translation>
    </message>
    <message>
        <source>The role “%1” may not do this. Ask somebody with the role “%2”.</source>
        <translation>角色“%1”无权这样做。请找角色为“%2”的同事。</translation>
    </message>
    <message>
        <source>The server is stopping. Nothing was changed; try again in a moment.</source>
        <translation>服务器正在停止，什么都没有改变；请稍后再试。</translation>
    </message>
    <message>
        <source>The server made a mistake. Nothing was changed; try again, then call support.</source>
        <translation>服务器出错，没有改动任何数据。请再试一次，仍不行请联系技术支持。</translation>
    </message>
    <message>
        <source>The server refuses this program. %1</source>
        <translation>服务器拒绝了本程序。%1</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose one of: %2.</source>
        <translation>没有语言“%1”。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>There is no outcome “%1”. Choose one of: %2.</source>
        <translation>没有“%1”这种结果。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>There is no screen here. Start it from a desktop, or set QT_QPA_PLATFORM=offscreen.</source>
        <translation>这里没有屏幕。请在桌面环境中启动，或设置 QT_QPA_PLATFORM=offscreen。</translation>
    </message>
    <message>
        <source>There is no ticket %1 today. Check the number on the slip.</source>
        <translation>今天没有 %1 号票。请核对小票上的号码。</translation>
    </message>
    <message>
        <source>There is nobody with staff number %1. Ask a manager to add it.</source>
        <translation>没有工号 %1。请主管先添加。</translation>
    </message>
    <message>
        <source>There is nothing at %1. Check the address.</source>
        <translation>%1 处没有内容。请核对地址。</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another request. Send a new key.</source>
        <translation>这个 Idempotency-Key 已用于另一个请求。请换一个新的。</translation>
    </message>
    <message>
        <source>This branch has no counter %1. Choose one of: %2.</source>
        <translation>本网点没有 %1 号窗口。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no customer segment “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这类客户。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no service “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这项业务。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This device is not enrolled. Enrol it with: lobby device enrol.</source>
        <translation>本设备尚未登记。请用 lobby device enrol 登记。</translation>
    </message>
    <message>
        <source>This page shows no ticket of today. Scan the code on your slip again.</source>
        <translation>这个页面没有今天的号票。请重新扫描小票上的二维码。</translation>
    </message>
    <message>
        <source>This server does not know branch “%1”. It serves: %2.</source>
        <translation>本服务器没有网点“%1”。现有网点：%2。</translation>
    </message>
    <message>
        <source>Ticket %1 is %2, so it cannot be %3. Refresh the list and choose again.</source>
        <translation>%1 号票的状态是%2，不能%3。请刷新列表后重新选择。</translation>
    </message>
    <message>
        <source>Ticket %1 was rated already. Each visit is rated once.</source>
        <translation>%1 号票已经评价过。每次办理只评价一次。</translation>
    </message>
    <message>
        <source>Ticket %1 was recalled %2 times; recall it %3 times before marking it absent.</source>
        <translation>%1 号票已重呼 %2 次；重呼满 %3 次才能记为未到。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1 s, or ask a manager for a new PIN.</source>
        <translation>密码错误次数过多。请等 %1 秒，或请主管重设密码。</translation>
    </message>
    <message>
        <source>Windows cannot open: system libraries are missing. Run: sudo apt-get install %1</source>
        <translation>缺少系统库，无法打开窗口。请运行：sudo apt-get install %1</translation>
    </message>
    <message>
        <source>“%1” is no colour. Write it as #RRGGBB, for example #0A5C9E.</source>
        <translation>“%1”不是颜色。请写成 #RRGGBB，例如 #0A5C9E。</translation>
    </message>
    <message>
        <source>“lobby %1” did not work: %2. Its output is in %3.</source>
        <translation>“lobby %1”没有成功：%2。输出在 %3。</translation>
    </message>
</context>
</TS>
