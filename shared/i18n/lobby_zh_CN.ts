<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Call next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and call next</source>
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
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noting</source>
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
        <source>Outcome: “%1” · then %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing</source>
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
        <source>already started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announce it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the branch's rule %1 (%2 min) goes before %3</source>
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
        <source>chosen by a person, out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer is here</source>
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
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection: comes back by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody called</source>
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
        <source>one moment</source>
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
        <source>%1 is no rating. Send a whole number from 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2. Choose another --host or --port.</source>
        <translation>无法在 %1 上监听：%2。请用 --host 或 --port 另选。</translation>
    </message>
    <message>
        <source>Counter %1 has no customer now. Call the next one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 is already open for %2. Close it there first, or take another counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 is not open. Open it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1 still has ticket %2. Finish it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File %1 cannot be read: %2. Check the path and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason for this. Choose one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No counter of this branch serves “%1” for “%2”. Choose another service.</source>
        <translation>本网点没有窗口为“%2”办理“%1”。请选其他业务。</translation>
    </message>
    <message>
        <source>Nobody is signed in here. Sign in with staff number and PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Stop it, or choose another with --port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording %1 cannot be used: %2. Save it as WAV, 16,000 Hz, mono, 16 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff number and PIN do not match. Try again, or ask a manager for a new PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accent colour %1 has a contrast of only %2 on %3; choose one with at least %4.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request cannot be read: %1. Correct it and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is larger than %1 KB. Send less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role “%1” may not do this. Ask somebody with the role “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is stopping. Nothing was changed; try again in a moment.</source>
        <translation>服务器正在停止，什么都没有改变；请稍后再试。</translation>
    </message>
    <message>
        <source>The server refuses this program. %1</source>
        <translation>服务器拒绝了本程序。%1</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no outcome “%1”. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here. Start it from a desktop, or set QT_QPA_PLATFORM=offscreen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket %1 today. Check the number on the slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody with staff number %1. Ask a manager to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another request. Send a new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This branch has no counter %1. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This branch has no customer segment “%1”. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This branch has no service “%1”. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not enrolled. Enrol it with: lobby device enrol.</source>
        <translation>本设备尚未登记。请用 lobby device enrol 登记。</translation>
    </message>
    <message>
        <source>This server does not know branch “%1”. It serves: %2.</source>
        <translation>本服务器没有网点“%1”。现有网点：%2。</translation>
    </message>
    <message>
        <source>Ticket %1 is %2, so it cannot be %3. Refresh the list and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1 was rated already. Each visit is rated once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1 was recalled %2 times; recall it %3 times before marking it absent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1 s, or ask a manager for a new PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows cannot open: system libraries are missing. Run: sudo apt-get install %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no colour. Write it as #RRGGBB, for example #0A5C9E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“lobby %1” did not work: %2. Its output is in %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
