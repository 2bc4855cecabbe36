<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另 %2 项</translation>
    </message>
    <message>
        <source>%1 since %2. All services must wait</source>
        <translation>%1，%2 起业务暂停</translation>
    </message>
    <message>
        <source>%1 since %2. Not now: %3</source>
        <translation>%1（%2 起）暂不能办：%3</translation>
    </message>
    <message>
        <source>%1 since %2. Some services must wait</source>
        <translation>%1，%2 起部分业务暂停</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>叫号屏</translation>
    </message>
    <message>
        <source>By customer group, then by arrival.</source>
        <translation>先按客户类别，再按到达先后。</translation>
    </message>
    <message>
        <source>Calls as of %1</source>
        <translation>以上为 %1 的叫号</translation>
    </message>
    <message>
        <source>Connecting to the branch</source>
        <translation>正在连接网点系统</translation>
    </message>
    <message>
        <source>In order of arrival.</source>
        <translation>按到达先后叫号。</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>最后叫号</translation>
    </message>
    <message>
        <source>Longer waits sooner; some groups faster, within limits.</source>
        <translation>等得越久越靠前；部分客户更快，有上限。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Next news by</source>
        <translation>下次告知</translation>
    </message>
    <message>
        <source>No data yet. Please ask our staff</source>
        <translation>暂无数据，请询问工作人员</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>无声</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>现在无人等候</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>暂不能办：%1</translation>
    </message>
    <message>
        <source>Now called</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>可以办：%1</translation>
    </message>
    <message numerus="yes">
        <source>Please come within %n minutes</source>
        <translation>
            <numerusform>叫到请直接到窗口，%n 分钟内有效</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please come within %n seconds</source>
        <translation>
            <numerusform>叫到请直接到窗口，%n 秒内有效</numerusform>
        </translation>
    </message>
    <message>
        <source>Please listen to our staff</source>
        <translation>请听工作人员叫号</translation>
    </message>
    <message>
        <source>Quiet hour</source>
        <translation>静音时段</translation>
    </message>
    <message>
        <source>Scan your ticket to follow on your phone</source>
        <translation>扫票上的码，在手机上看进展</translation>
    </message>
    <message>
        <source>The longer the wait, the sooner; some groups count faster.</source>
        <translation>等得越久越靠前；部分客户加得更快。</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Urgent and short matters sooner; nobody waits too long.</source>
        <translation>紧急、简短的业务先办；谁也不会等太久。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Your number and your place are kept</source>
        <translation>您的号码保留，次序不变</translation>
    </message>
    <message>
        <source>Your number will appear here</source>
        <translation>叫到的号码显示在这里</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>all services</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>%1 free</source>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>改时间</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>预约办理</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约成功</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Cancel this booking?</source>
        <translation>确定取消这次预约吗？</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Check in at the kiosk, in the hall, from %1 to %2.</source>
        <translation>请在 %1 至 %2 之间到大厅自助机上签到。</translation>
    </message>
    <message>
        <source>Check in here or at the kiosk, in the hall, from %1 to %2.</source>
        <translation>%1 至 %2 到大厅，在本页或叫号机签到。</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>I am here: check in</source>
        <translation>我到了，签到</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>我有预约码</translation>
    </message>
    <message>
        <source>Into my calendar</source>
        <translation>加入日历</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>请确认</translation>
    </message>
    <message>
        <source>It did not work. Try again, or telephone the branch.</source>
        <translation>没有成功。请再试，或打电话到网点。</translation>
    </message>
    <message>
        <source>It is not kept, only a digest by which you are known again.</source>
        <translation>不保存号码，只留一个识别用的摘要。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留预约</translation>
    </message>
    <message>
        <source>Keep it: it is the only key to your booking and is not shown again.</source>
        <translation>请记下：查改预约只凭此码，以后不再显示。</translation>
    </message>
    <message>
        <source>Lapsed: nobody came</source>
        <translation>已过期，未到</translation>
    </message>
    <message>
        <source>Move it to %1</source>
        <translation>改到 %1</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>不可约</translation>
    </message>
    <message>
        <source>Telephone, if you like</source>
        <translation>手机号（可不填）</translation>
    </message>
    <message>
        <source>The branch cannot be reached over the network just now. The times below are as it last told them, and nothing can be booked or changed. Try again later, or telephone the branch.</source>
        <translation>暂时联系不上该网点：下面是它最后告知的时间，现在不能预约或更改。请稍后再试，或致电网点。</translation>
    </message>
    <message>
        <source>The code, to be scanned at the kiosk</source>
        <translation>预约码二维码，可在叫号机上扫描</translation>
    </message>
    <message>
        <source>This branch books no times. Take a ticket when you come.</source>
        <translation>本网点不办预约，请到店取号。</translation>
    </message>
    <message>
        <source>Up to %1 min late you keep your turn; up to %2 min you wait with the others. After that the booking lapses.</source>
        <translation>迟到 %1 分钟内照常；%2 分钟内与现场客户一起等候；再晚预约失效。</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>办理什么业务？</translation>
    </message>
    <message>
        <source>What time?</source>
        <translation>几点？</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>哪一天？</translation>
    </message>
    <message>
        <source>You have number %1. Open its page</source>
        <translation>您的号码是 %1，打开号票页</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>预约码</translation>
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
        <source>Lower</source>
        <translation>按键下移</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>常规字</translation>
    </message>
    <message>
        <source>Normal type</source>
        <translation>常规字</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>按键上移</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>CalibrationReason</name>
    <message>
        <source>All customers are of the profile's first segment.</source>
        <translation>所有客户都属于配置中的第一个客户类别。</translation>
    </message>
    <message>
        <source>Customers are transactions divided by those of a visit in the time study (1 when it does not say).</source>
        <translation>客户数为交易笔数除以计时记录中每次到访的笔数（未说明时为 1）。</translation>
    </message>
    <message>
        <source>Service times are those of the time study, the same for every teller and hour.</source>
        <translation>服务时间取自计时记录，对每位柜员和每个时段都相同。</translation>
    </message>
    <message>
        <source>They came in the half-hour in which they were served: where people waited long, the true peak is earlier and higher.</source>
        <translation>客户在办理业务的那个半小时到达：在等待很长的地方，真正的高峰更早也更高。</translation>
    </message>
    <message>
        <source>Whoever left without a transaction is not in the counts; nobody leaves in the scenario.</source>
        <translation>未办业务就离开的人不在笔数中；场景中无人离开。</translation>
    </message>
    <message>
        <source>a time that cannot be read</source>
        <translation>无法读取的时间</translation>
    </message>
    <message>
        <source>doubled event</source>
        <translation>重复的事件</translation>
    </message>
    <message>
        <source>doubled row</source>
        <translation>重复的行</translation>
    </message>
    <message>
        <source>event of a ticket that was never issued</source>
        <translation>从未发出的号票的事件</translation>
    </message>
    <message>
        <source>event that cannot be read</source>
        <translation>无法读取的事件</translation>
    </message>
    <message>
        <source>kept: called, but no end of service</source>
        <translation>保留：已叫号，但没有服务结束时间</translation>
    </message>
    <message>
        <source>kept: no sound service time</source>
        <translation>保留：没有可信的服务时间</translation>
    </message>
    <message>
        <source>kept: service of more than four hours</source>
        <translation>保留：服务超过四小时</translation>
    </message>
    <message>
        <source>kept: service time not positive</source>
        <translation>保留：服务时间不为正</translation>
    </message>
    <message>
        <source>kept: turned round at the ticket, in no patience</source>
        <translation>保留：取号后见人多即离开，不计入耐心时间</translation>
    </message>
    <message>
        <source>negative wait</source>
        <translation>等待为负</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>no date or half-hour</source>
        <translation>没有日期或半小时</translation>
    </message>
    <message>
        <source>no sound number of transactions</source>
        <translation>没有可信的交易笔数</translation>
    </message>
    <message>
        <source>no time of arrival</source>
        <translation>没有到达时间</translation>
    </message>
    <message>
        <source>roster: no sound times</source>
        <translation>排班表：没有可信的时间</translation>
    </message>
    <message>
        <source>segment not in the profile</source>
        <translation>配置中没有的客户类别</translation>
    </message>
    <message>
        <source>service not in the profile</source>
        <translation>配置中没有的业务</translation>
    </message>
    <message>
        <source>time study: no sound time</source>
        <translation>计时记录：没有可信的时间</translation>
    </message>
    <message>
        <source>time study: service not in the profile</source>
        <translation>计时记录：配置中没有的业务</translation>
    </message>
    <message>
        <source>wait of more than six hours</source>
        <translation>等待超过六小时</translation>
    </message>
</context>
<context>
    <name>CalibrationReport</name>
    <message>
        <source>%1: rows read %2, customers used %3.</source>
        <translation>%1：读取 %2 行，使用 %3 位客户。</translation>
    </message>
    <message>
        <source>Appointments, minutes late (-: early)</source>
        <translation>预约：迟到分钟数（负为提前）</translation>
    </message>
    <message>
        <source>Appointments, never come, %</source>
        <translation>预约：未到率（%）</translation>
    </message>
    <message>
        <source>Appointments, places taken, %</source>
        <translation>预约：名额占用率（%）</translation>
    </message>
    <message>
        <source>Arrivals per hour, by half-hour</source>
        <translation>每小时到达人数，按半小时</translation>
    </message>
    <message>
        <source>Assumed, not recorded</source>
        <translation>假定而非记录的</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Called and not there, %</source>
        <translation>叫号未到（%）</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers a day</source>
        <translation>每日客户数</translation>
    </message>
    <message>
        <source>Days of type %1: %2, from %3 to %4.</source>
        <translation>日类型 %1：%2 天，%3 至 %4。</translation>
    </message>
    <message>
        <source>Erlang</source>
        <translation>爱尔朗</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Fits best</source>
        <translation>最合适的分布</translation>
    </message>
    <message>
        <source>How these figures are made</source>
        <translation>这些数字如何得出</translation>
    </message>
    <message>
        <source>In brackets: 95 % confidence intervals. Arrivals: Student t over days. Service times: maximum likelihood of lognormal, gamma and Erlang, the smallest Akaike criterion.</source>
        <translation>方括号内为 95 % 置信区间。到达：按日的学生 t 分布。服务时间：对数正态、伽马和爱尔朗分布的最大似然，取赤池准则最小者。</translation>
    </message>
    <message>
        <source>Mean patience, min</source>
        <translation>平均耐心（分钟）</translation>
    </message>
    <message>
        <source>Mean, min</source>
        <translation>平均（分钟）</translation>
    </message>
    <message>
        <source>Not used, and why</source>
        <translation>未使用的记录及原因</translation>
    </message>
    <message>
        <source>Patience: exponential, or Weibull or lognormal where that tells clearly more; who was called in time is counted as having had at least that much, who was gone when called as having left at some moment before.</source>
        <translation>耐心：指数分布；威布尔或对数正态明显更好时用之。被及时叫到的，计为耐心至少那么长；叫到时已离开的，计为此前某时离开。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Service times: observed against fitted (on the line the fit is perfect)</source>
        <translation>服务时间：实测与拟合（在线上即完全吻合）</translation>
    </message>
    <message>
        <source>Share who are still waiting</source>
        <translation>仍在等候者的比例</translation>
    </message>
    <message>
        <source>Speed, 1 is usual</source>
        <translation>速度（1 为通常）</translation>
    </message>
    <message>
        <source>Speeds compare tellers on the same services. They are no measure of anybody's work: difficult cases are not told apart.</source>
        <translation>速度在相同业务上比较柜员。它不衡量任何人的工作：疑难业务未加区分。</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>计时次数</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>变异系数</translation>
    </message>
    <message>
        <source>Variation of days beyond chance</source>
        <translation>日间差异（偶然性之外）</translation>
    </message>
    <message>
        <source>Walk to the counter, s</source>
        <translation>走到窗口（秒）</translation>
    </message>
    <message>
        <source>Weibull</source>
        <translation>威布尔</translation>
    </message>
    <message>
        <source>Without case mix</source>
        <translation>未计业务构成</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>fits poorly</source>
        <translation>拟合较差</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>fitted, min</source>
        <translation>拟合（分钟）</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>对数正态</translation>
    </message>
    <message>
        <source>minutes since the ticket</source>
        <translation>取号后的分钟数</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>observed, min</source>
        <translation>实测（分钟）</translation>
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
    <name>Changes</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1: in another order</source>
        <translation>%1：顺序改变</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1：新增</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1：删除</translation>
    </message>
    <message>
        <source>Appointments for</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>网点</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Customer group</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>突发情况</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>自助设备</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Order of calling</source>
        <translation>叫号顺序</translation>
    </message>
    <message>
        <source>Other ways than the counter</source>
        <translation>分流</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Phone page</source>
        <translation>手机页面</translation>
    </message>
    <message>
        <source>Reason for a pause</source>
        <translation>暂停原因</translation>
    </message>
    <message>
        <source>Rush mode</source>
        <translation>高峰模式</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Tiles of the kiosk</source>
        <translation>取号机按钮</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Waiting standard</source>
        <translation>等候标准</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>announcement</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>customer groups</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>last ticket</source>
        <translation>停止取号</translation>
    </message>
    <message>
        <source>letter of the numbers</source>
        <translation>号码字母</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>longest wait, minutes</source>
        <translation>最长等候（分钟）</translation>
    </message>
    <message>
        <source>minutes credited after a missed call</source>
        <translation>过号返回补记分钟</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>opens</source>
        <translation>开门</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>passed at most, times</source>
        <translation>最多被越过（次）</translation>
    </message>
    <message>
        <source>places</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>points at arrival</source>
        <translation>到达积分</translation>
    </message>
    <message>
        <source>points per minute</source>
        <translation>每分钟积分</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>recalls before a no-show</source>
        <translation>过号前重呼次数</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>seconds to come</source>
        <translation>到窗口秒数</translation>
    </message>
    <message>
        <source>services</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>usual minutes</source>
        <translation>通常分钟数</translation>
    </message>
    <message>
        <source>variation</source>
        <translation>波动</translation>
    </message>
    <message>
        <source>walk, seconds</source>
        <translation>步行（秒）</translation>
    </message>
    <message>
        <source>within minutes</source>
        <translation>分钟以内</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>%1 MB are free there.</source>
        <translation>该处剩余 %1 MB。</translation>
    </message>
    <message>
        <source>%1 can be written.</source>
        <translation>%1 可以写入。</translation>
    </message>
    <message>
        <source>%1 cannot be written: give it to the user who runs the program, or set LOBBY_STATE_DIR.</source>
        <translation>%1 无法写入：请把它交给运行程序的用户，或设置 LOBBY_STATE_DIR。</translation>
    </message>
    <message>
        <source>A kiosk here can speak its pages.</source>
        <translation>取号机可以在本机上朗读页面。</translation>
    </message>
    <message>
        <source>A kiosk here cannot speak its pages: install espeak-ng, 1.52 or newer.</source>
        <translation>取号机无法在本机上朗读页面：请安装 espeak-ng 1.52 或更新版本。</translation>
    </message>
    <message>
        <source>Database %1 has schema %2, newer than this program's %3: install the newer program.</source>
        <translation>数据库 %1 的结构版本 %2 比本程序的 %3 新：请安装较新的程序。</translation>
    </message>
    <message>
        <source>Database %1 has schema %2, this program %3: back it up (lobby db backup), then run lobby db migrate.</source>
        <translation>数据库 %1 的结构版本是 %2，本程序是 %3：请先备份（lobby db backup），再运行 lobby db migrate。</translation>
    </message>
    <message>
        <source>Database %1, schema %2.</source>
        <translation>数据库 %1，结构版本 %2。</translation>
    </message>
    <message>
        <source>Displays of profile %1: %2 measured, %3 faults; see lobby board --self-test.</source>
        <translation>网点设置 %1 的显示屏：测量 %2 处，问题 %3 处；见 lobby board --self-test。</translation>
    </message>
    <message>
        <source>Every character of profile %1 can be shown and printed.</source>
        <translation>配置 %1 的每个字都能显示和打印。</translation>
    </message>
    <message>
        <source>Not measured: give --screens.</source>
        <translation>未测量：请加 --screens。</translation>
    </message>
    <message>
        <source>Only %1 MB are free in %2: make room, or no ticket can be kept one day.</source>
        <translation>%2 只剩 %1 MB：请清理空间，否则终有一天无法保存号票。</translation>
    </message>
    <message>
        <source>Profile %1, %2: the typeface lacks %3, slips show 〓 instead. Choose other characters.</source>
        <translation>配置 %1，%2：字体缺少 %3，小票上显示为 〓。请换用其他字。</translation>
    </message>
    <message>
        <source>Profile %1, version %2: %3 services, %4 counters.</source>
        <translation>配置 %1，版本 %2：%3 项业务，%4 个窗口。</translation>
    </message>
    <message>
        <source>Profile %1: this machine knows no time zone %2. Install the package tzdata.</source>
        <translation>配置 %1：本机不认识时区 %2。请安装 tzdata。</translation>
    </message>
    <message>
        <source>Python %1 is not tested with this product: install one from 3.11 to 3.13.</source>
        <translation>本产品未在 Python %1 上测试：请安装 3.11 至 3.13。</translation>
    </message>
    <message>
        <source>Python %1.</source>
        <translation>Python %1。</translation>
    </message>
    <message>
        <source>The kiosk's screens of profile %1 can be read and reached.</source>
        <translation>配置 %1 的取号机画面看得清、够得着。</translation>
    </message>
    <message>
        <source>The voice can speak every call of profile %1; %2 pieces are not recorded, the hall is asked to look at the screen instead.</source>
        <translation>语音能播报网点设置 %1 的所有叫号；有 %2 段未录制，改请客户看屏幕。</translation>
    </message>
    <message>
        <source>The voice lacks %1 for profile %2: record it, see lobby board --check-voice.</source>
        <translation>网点设置 %2 的语音缺少 %1：请录制，见 lobby board --check-voice。</translation>
    </message>
    <message>
        <source>There is no database %1 yet: lobby serve makes it.</source>
        <translation>还没有数据库 %1：lobby serve 会建立它。</translation>
    </message>
    <message>
        <source>This could not be looked at (%1): %2</source>
        <translation>无法检查（%1）：%2</translation>
    </message>
    <message>
        <source>Windows can be opened.</source>
        <translation>可以打开窗口。</translation>
    </message>
    <message>
        <source>espeak-ng here speaks no Chinese, so a kiosk offers no spoken pages: install 1.52.</source>
        <translation>本机的 espeak-ng 不会说中文，取号机不提供朗读：请安装 1.52 版。</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>The server's answer (%1) cannot be understood. Update this program.</source>
        <translation>无法理解服务器的回答（%1）。请更新本程序。</translation>
    </message>
    <message>
        <source>This page is not needed any more; close it.</source>
        <translation>本页已不需要，请关闭。</translation>
    </message>
    <message>
        <source>You can go back to the window</source>
        <translation>您可以回到叫号窗口</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>%1 % of the usual customers.</source>
        <translation>客流为平常的 %1%。</translation>
    </message>
    <message>
        <source>%1 %2: %3 people at %4</source>
        <translation>%1 %2：%4有 %3 人</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1/天</translation>
    </message>
    <message>
        <source>%1 counters, %2</source>
        <translation>%1 个窗口，%2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 of %2 days lived under both plans</source>
        <translation>两个方案已模拟 %1 / %2 天</translation>
    </message>
    <message>
        <source>%1 staff hours</source>
        <translation>%1 工时</translation>
    </message>
    <message>
        <source>%1 – Branch Lobby</source>
        <translation>%1 – Branch Lobby</translation>
    </message>
    <message>
        <source>%1, the same customers</source>
        <translation>%1，同样的客户</translation>
    </message>
    <message>
        <source>%1, what if</source>
        <translation>%1，假设方案</translation>
    </message>
    <message>
        <source>%1: waiting, min</source>
        <translation>%1：等候，分</translation>
    </message>
    <message numerus="yes">
        <source>%n counter half-hours so far</source>
        <translation>
            <numerusform>目前 %n 个窗口半小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks</source>
        <translation>
            <numerusform>%n 台取号机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n 座</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to settle</source>
        <translation>
            <numerusform>%n 件待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>+ Add a counter</source>
        <translation>＋ 加一个窗口</translation>
    </message>
    <message>
        <source>8 of 10 people</source>
        <translation>十人中八人</translation>
    </message>
    <message>
        <source>90 %: %1</source>
        <translation>90 %：%1</translation>
    </message>
    <message>
        <source>90 of 100 wait less than</source>
        <translation>百人中九十人少于</translation>
    </message>
    <message>
        <source>95 % sure</source>
        <translation>95 % 把握</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>一天实况</translation>
    </message>
    <message>
        <source>A file of yours</source>
        <translation>您的文件</translation>
    </message>
    <message>
        <source>A file that What-if exported (.json)</source>
        <translation>“假设”导出的文件（.json）</translation>
    </message>
    <message>
        <source>A working day</source>
        <translation>一个工作日</translation>
    </message>
    <message>
        <source>A: as it is</source>
        <translation>A：现状</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>换一天</translation>
    </message>
    <message>
        <source>Another number of people came than was planned for: that is part of any difference.</source>
        <translation>来客人数与计划不同：差别中有一部分由此而来。</translation>
    </message>
    <message>
        <source>Asking head office …</source>
        <translation>正在联系总行……</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>B cuts the share over %1 min from %2 % to %3 %.</source>
        <translation>B 把超过 %1 分的比例从 %2 % 降到 %3 %。</translation>
    </message>
    <message>
        <source>B raises the share over %1 min from %2 % to %3 %.</source>
        <translation>B 使超过 %1 分的比例从 %2 % 升到 %3 %。</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>B: as it stands above</source>
        <translation>B：如上图</translation>
    </message>
    <message numerus="yes">
        <source>Bars and ±: 95 % intervals over %n days.</source>
        <translation>
            <numerusform>误差线与 ±：%n 天的 95 % 区间。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Branch of the log</source>
        <translation>记录所属网点</translation>
    </message>
    <message>
        <source>Branches that come with it</source>
        <translation>自带的网点</translation>
    </message>
    <message>
        <source>Break of %1 at %2</source>
        <translation>%1的休息改到 %2</translation>
    </message>
    <message>
        <source>Broken rules: %1.</source>
        <translation>违反规则 %1 处。</translation>
    </message>
    <message>
        <source>CNY</source>
        <translation>元</translation>
    </message>
    <message>
        <source>CSV files with ; between them, or a folder</source>
        <translation>CSV 文件，以 ; 分隔；或一个文件夹</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>实际变化</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>改 %1</translation>
    </message>
    <message>
        <source>Change plan %1</source>
        <translation>修改方案 %1</translation>
    </message>
    <message>
        <source>Change plan B, then run both plans on the same customers.</source>
        <translation>先改方案 B，再用同样的客户运行两个方案。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a prediction, and records from before and after it.</source>
        <translation>请选择一份预测，以及改变前后的记录。</translation>
    </message>
    <message>
        <source>Choose another time for a break or a closing: with the mouse, or with Tab and the arrow keys. What is other in plan B stands in its card.</source>
        <translation>给休息或关窗换个时间：用鼠标，或用 Tab 和方向键。方案 B 的不同之处写在它的卡片上。</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Costs the bank</source>
        <translation>银行支出</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Counters needed and open</source>
        <translation>需要与开放的窗口</translation>
    </message>
    <message>
        <source>Counters needed and open by half-hour</source>
        <translation>每半小时需要与开放的窗口数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers a day after</source>
        <translation>之后每天客户</translation>
    </message>
    <message>
        <source>Customers a day before</source>
        <translation>之前每天客户</translation>
    </message>
    <message>
        <source>Customers a day, predicted</source>
        <translation>预测每天客户</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>排休</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>之后的天数</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>之前的天数</translation>
    </message>
    <message>
        <source>Days of the roster</source>
        <translation>排班的日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drag, or choose and press the arrow keys: 0.5 m</source>
        <translation>拖动，或选中后按方向键：每次 0.5 米</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有客户</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export it for those who decide: as PDF, workbook or picture.</source>
        <translation>导出给决定的人：PDF、工作簿或图片。</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出对比</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File of the prediction</source>
        <translation>预测文件</translation>
    </message>
    <message>
        <source>Find the need</source>
        <translation>求所需</translation>
    </message>
    <message>
        <source>Find the need first: how many counters the standards take in each half-hour.</source>
        <translation>先求所需：每半小时达标要几个窗口。</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Getting the simulator ready (the first time takes a minute or two)</source>
        <translation>正在准备模拟器（第一次需要一两分钟）</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Hand a plan to head office</source>
        <translation>向总行提交方案</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交总行</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Handed in: %1 (%2)</source>
        <translation>已提交：%1（%2）</translation>
    </message>
    <message>
        <source>Handed in: “%1”. Head office decides.</source>
        <translation>已提交：“%1”。由总行决定。</translation>
    </message>
    <message>
        <source>Head office at %1 does not answer. Try again later.</source>
        <translation>总行（%1）没有应答。请稍后再试。</translation>
    </message>
    <message>
        <source>Heat A</source>
        <translation>热图 A</translation>
    </message>
    <message>
        <source>Heat B</source>
        <translation>热图 B</translation>
    </message>
    <message>
        <source>In a full hall</source>
        <translation>客满时</translation>
    </message>
    <message>
        <source>In a year of %1 days B brings the bank %2 ± %3 %4.</source>
        <translation>按一年 %1 天计，B 为银行省下 %2 ± %3 %4。</translation>
    </message>
    <message>
        <source>In a year of %1 days B costs the bank %2 ± %3 %4 more.</source>
        <translation>按一年 %1 天计，B 让银行多花 %2 ± %3 %4。</translation>
    </message>
    <message>
        <source>In money no difference is shown.</source>
        <translation>金额上看不出差别。</translation>
    </message>
    <message>
        <source>It saves %1 staff hours a day.</source>
        <translation>每天节省 %1 工时。</translation>
    </message>
    <message>
        <source>It takes %1 more staff hours a day.</source>
        <translation>每天多用 %1 工时。</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Last customer served</source>
        <translation>最后一位办完</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>离开导览</translation>
    </message>
    <message>
        <source>Leave unserved</source>
        <translation>未办离开</translation>
    </message>
    <message>
        <source>Leave unserved, %</source>
        <translation>未办离开，%</translation>
    </message>
    <message>
        <source>Left unserved</source>
        <translation>未办离开</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Make a roster</source>
        <translation>自动排班</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>平均等候</translation>
    </message>
    <message>
        <source>Mean wait by half-hour and service, plan %1</source>
        <translation>方案 %1 各业务每半小时平均等候</translation>
    </message>
    <message>
        <source>Mean wait by service, min</source>
        <translation>各业务平均等候，分</translation>
    </message>
    <message>
        <source>Mean wait, min</source>
        <translation>平均等候，分</translation>
    </message>
    <message>
        <source>Missing half-hours</source>
        <translation>缺的半小时</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Most overtakes</source>
        <translation>最多被超过</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No counter and no break could be moved for it.</source>
        <translation>没有可调的窗口或休息。</translation>
    </message>
    <message>
        <source>No head office is known here. Start the console with --office ADDRESS and --office-key KEY, or enrol it once with --office-enrol CODE.</source>
        <translation>这里没有设置总行。请用 --office 地址 和 --office-key 密钥 启动控制台，或用 --office-enrol 代码 登记一次。</translation>
    </message>
    <message>
        <source>No rule is broken.</source>
        <translation>没有违反任何规则。</translation>
    </message>
    <message>
        <source>No seat, %</source>
        <translation>没座位 %</translation>
    </message>
    <message>
        <source>Nobody is missing in any half-hour.</source>
        <translation>每个半小时都不缺人。</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Now run both plans: the same customers come on the same days under each.</source>
        <translation>现在运行两个方案：同样的日子、同样的客户。</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>On this one day over %1 min: %2 % under A, %3 % under B.</source>
        <translation>这一天超过 %1 分的：A 为 %2 %，B 为 %3 %。</translation>
    </message>
    <message>
        <source>One kiosk less</source>
        <translation>减一台取号机</translation>
    </message>
    <message>
        <source>One more kiosk</source>
        <translation>加一台取号机</translation>
    </message>
    <message>
        <source>One recorded day: no intervals.</source>
        <translation>只有一天的记录：没有区间。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open %1, %2–%3</source>
        <translation>开%1，%2–%3</translation>
    </message>
    <message>
        <source>Open a branch</source>
        <translation>打开网点</translation>
    </message>
    <message>
        <source>Open a staff file first: Ctrl+O.</source>
        <translation>请先打开人员文件：Ctrl+O。</translation>
    </message>
    <message>
        <source>Open staff and roster</source>
        <translation>打开人员与排班</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Other counter</source>
        <translation>换窗口</translation>
    </message>
    <message>
        <source>Over %1 min</source>
        <translation>超过 %1 分</translation>
    </message>
    <message>
        <source>Over %1 min no difference is shown: %2 % and %3 %.</source>
        <translation>超过 %1 分的比例看不出差别：%2 % 与 %3 %。</translation>
    </message>
    <message>
        <source>Over %1 min, %</source>
        <translation>超过 %1 分，%</translation>
    </message>
    <message>
        <source>Paid hours this day</source>
        <translation>当天计薪工时</translation>
    </message>
    <message>
        <source>Paid hours, whole period</source>
        <translation>全期计薪工时</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause from</source>
        <translation>暂停自</translation>
    </message>
    <message>
        <source>People this day</source>
        <translation>当天人数</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Plan B minus plan A on a working day</source>
        <translation>一个工作日方案 B 减方案 A</translation>
    </message>
    <message>
        <source>Plans of this branch at head office</source>
        <translation>本网点在总行的方案</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测变化</translation>
    </message>
    <message>
        <source>Reading the records …</source>
        <translation>正在读取记录……</translation>
    </message>
    <message>
        <source>Recorded after it</source>
        <translation>改变之后的记录</translation>
    </message>
    <message>
        <source>Recorded before the change</source>
        <translation>改变之前的记录</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>去掉%1</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Roster (.csv, .xlsx); empty: everybody is off</source>
        <translation>排班表（.csv、.xlsx）；留空：所有人休息</translation>
    </message>
    <message>
        <source>Rosters (*.csv *.xlsx)</source>
        <translation>排班表 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>Run both plans</source>
        <translation>运行两个方案</translation>
    </message>
    <message>
        <source>Run both plans first: head office wants to see figures.</source>
        <translation>请先运行两个方案：总行要看数据。</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save B</source>
        <translation>保存 B</translation>
    </message>
    <message>
        <source>Save plan B as a scenario</source>
        <translation>把方案 B 存为场景</translation>
    </message>
    <message>
        <source>Save the roster</source>
        <translation>保存排班</translation>
    </message>
    <message>
        <source>Scenario (.toml), or event log of a day (.csv)</source>
        <translation>场景文件（.toml），或一天的事件记录（.csv）</translation>
    </message>
    <message>
        <source>Scenarios and event logs (*.toml *.csv)</source>
        <translation>场景与事件记录 (*.toml *.csv)</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Set beside each other</source>
        <translation>放在一起比较</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>超时比例</translation>
    </message>
    <message>
        <source>Share waiting over %1 min, %</source>
        <translation>等候超 %1 分的比例，%</translation>
    </message>
    <message>
        <source>Short by %1, %2–%3</source>
        <translation>缺 %1 个，%2–%3</translation>
    </message>
    <message numerus="yes">
        <source>Simulated on %n days.</source>
        <translation>
            <numerusform>模拟了 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>So far today</source>
        <translation>到现在</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Staff file (.toml)</source>
        <translation>人员文件（.toml）</translation>
    </message>
    <message>
        <source>Staff files (*.toml)</source>
        <translation>人员文件 (*.toml)</translation>
    </message>
    <message>
        <source>Staff hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Staff that comes with it</source>
        <translation>自带的人员文件</translation>
    </message>
    <message>
        <source>Staff time</source>
        <translation>柜台工时</translation>
    </message>
    <message>
        <source>Staff time, h</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Staffed</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Staffing</source>
        <translation>人力</translation>
    </message>
    <message>
        <source>Staffing of plan B</source>
        <translation>方案 B 的人力</translation>
    </message>
    <message>
        <source>Stay near to this roster</source>
        <translation>尽量少改动当前排班</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop with the best so far</source>
        <translation>停止，取目前最好</translation>
    </message>
    <message>
        <source>Stopped before there was a roster.</source>
        <translation>还没有排出班表就已停止。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped early: %n days were lived.</source>
        <translation>
            <numerusform>提前停止：已模拟 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>That is all. On the other pages a day moves before your eyes, the simulator finds how many counters are needed, and the hall can be rearranged.</source>
        <translation>就这些。其他页面里可以看一天如何进行、求所需窗口数、重新摆放大厅。</translation>
    </message>
    <message>
        <source>The day, for both plans</source>
        <translation>当天情况（两个方案相同）</translation>
    </message>
    <message>
        <source>The plans have changed since: run again.</source>
        <translation>方案已有改动：请重新运行。</translation>
    </message>
    <message>
        <source>The run that What-if shows now</source>
        <translation>“假设”页当前的运行结果</translation>
    </message>
    <message>
        <source>The same as %1</source>
        <translation>与 %1 相同</translation>
    </message>
    <message>
        <source>The sentence says what came of it, the table how sure that is: better, worse, same. Where the mark's bar touches the zero line, no difference is shown.</source>
        <translation>那句话说明结果，表格说明有多大把握：更好、更差、无差别。误差线碰到零线，就看不出差别。</translation>
    </message>
    <message>
        <source>The simulator is looking for the need</source>
        <translation>模拟器正在求所需</translation>
    </message>
    <message>
        <source>The simulator is making a roster, %1 %</source>
        <translation>正在排班，已完成 %1%</translation>
    </message>
    <message>
        <source>Things to settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>This day</source>
        <translation>这一天</translation>
    </message>
    <message>
        <source>This is a sample branch on a pay day. Plan A is the branch as it is. Press “Change B” to make a plan B.</source>
        <translation>这是一家样例网点的发薪日。方案 A 是现状。按“改 B”做一个方案 B。</translation>
    </message>
    <message>
        <source>This scenario says of nobody that a machine would do.</source>
        <translation>这个情景里没有人可以用自助机。</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Time of the day: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To begin on (may stay empty)</source>
        <translation>开始日期（可留空）</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Use the need as plan B</source>
        <translation>把所需作为方案 B</translation>
    </message>
    <message>
        <source>Waiting of plan %1: half wait less than %2 minutes at the worst half-hour, %3</source>
        <translation>方案 %1 的等候：最忙的半小时（%3）半数人少于 %2 分钟</translation>
    </message>
    <message>
        <source>Walk, s</source>
        <translation>步行 秒</translation>
    </message>
    <message>
        <source>Way, m</source>
        <translation>步行 米</translation>
    </message>
    <message>
        <source>Ways in the hall</source>
        <translation>厅内距离</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>What came beside what was predicted</source>
        <translation>实际与预测的对照</translation>
    </message>
    <message>
        <source>What came of a plan?</source>
        <translation>方案效果如何？</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>实际效果</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设方案</translation>
    </message>
    <message>
        <source>What if: plan A and plan B</source>
        <translation>假设：方案 A 与方案 B</translation>
    </message>
    <message>
        <source>What is broken</source>
        <translation>违反的规则</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>What it is said to bring</source>
        <translation>预计效果</translation>
    </message>
    <message>
        <source>What was predicted</source>
        <translation>当时的预测</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Where things stand in plan B</source>
        <translation>方案 B 的摆放</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Who is at which counter when</source>
        <translation>谁何时在哪个窗口</translation>
    </message>
    <message>
        <source>Who is next</source>
        <translation>叫号规则</translation>
    </message>
    <message>
        <source>Who works when on this day</source>
        <translation>当天每人的班次</translation>
    </message>
    <message>
        <source>With appointment</source>
        <translation>预约客户</translation>
    </message>
    <message>
        <source>With waiting time</source>
        <translation>加上等候时间</translation>
    </message>
    <message>
        <source>Withdraw the chosen plan</source>
        <translation>撤回选中的方案</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>another layout</source>
        <translation>另一种布局</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>as always</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation>与预测一致</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>better than predicted</source>
        <translation>好于预测</translation>
    </message>
    <message>
        <source>break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫</translation>
    </message>
    <message>
        <source>came</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关</translation>
    </message>
    <message>
        <source>closed that day</source>
        <translation>当天不营业</translation>
    </message>
    <message>
        <source>costs</source>
        <translation>要花费</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>counter taken</source>
        <translation>窗口已有人</translation>
    </message>
    <message>
        <source>counter, hours</source>
        <translation>窗口，小时</translation>
    </message>
    <message>
        <source>counters</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>day PgUp PgDn</source>
        <translation>换日期 PgUp PgDn</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>door</source>
        <translation>门</translation>
    </message>
    <message>
        <source>door to kiosk</source>
        <translation>门到取号机</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>full hall: %1</source>
        <translation>客满时：%1</translation>
    </message>
    <message>
        <source>h a day</source>
        <translation>小时/天</translation>
    </message>
    <message>
        <source>half wait less</source>
        <translation>半数人少于</translation>
    </message>
    <message>
        <source>half wait less in A</source>
        <translation>A 中半数人少于此</translation>
    </message>
    <message>
        <source>key, VIP</source>
        <translation>重点/贵宾</translation>
    </message>
    <message>
        <source>kiosk to %1</source>
        <translation>取号机到%1</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少</translation>
    </message>
    <message>
        <source>less  0  more</source>
        <translation>少  0  多</translation>
    </message>
    <message>
        <source>line: need for the standards · bars: open · hatched: short</source>
        <translation>线：达标所需 · 柱：开放 · 斜线：缺</translation>
    </message>
    <message>
        <source>longest wait and points in turn</source>
        <translation>最久与积分轮流</translation>
    </message>
    <message>
        <source>longest wait first</source>
        <translation>等得最久的先</translation>
    </message>
    <message>
        <source>longest, min</source>
        <translation>最久 分</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>制作于 %1</translation>
    </message>
    <message>
        <source>may not work here</source>
        <translation>不能上此窗口</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>minutes after midnight</source>
        <translation>零点后分钟数</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多</translation>
    </message>
    <message>
        <source>most points first</source>
        <translation>积分最高的先</translation>
    </message>
    <message>
        <source>move ← →   end Shift+→   begin Ctrl+→   break Alt+→</source>
        <translation>移动 ← →   下班 Shift+→   上班 Ctrl+→   休息 Alt+→</translation>
    </message>
    <message>
        <source>move ← →   longer Shift+→   break Alt+→   undo Ctrl+Z   redo Ctrl+Y</source>
        <translation>移动 ← →   延长 Shift+→   休息 Alt+→   撤销 Ctrl+Z   重做 Ctrl+Y</translation>
    </message>
    <message>
        <source>no shift of theirs</source>
        <translation>不是可上的班次</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>not the shift's breaks</source>
        <translation>休息时间不符合班次</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>正在休假</translation>
    </message>
    <message>
        <source>on the roster twice</source>
        <translation>重复排班</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>仅一天</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>other people or services at counters</source>
        <translation>窗口人员或业务不同</translation>
    </message>
    <message>
        <source>over %1 min</source>
        <translation>超过 %1 分</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先照顾</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>same</source>
        <translation>无差别</translation>
    </message>
    <message>
        <source>saves</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>standard %1 min</source>
        <translation>标准 %1 分</translation>
    </message>
    <message>
        <source>standard: at most %1 %</source>
        <translation>标准：不超过 %1 %</translation>
    </message>
    <message>
        <source>stopped early: not yet the fewest</source>
        <translation>提前停止：还不是最少</translation>
    </message>
    <message>
        <source>stopped early: the best so far</source>
        <translation>已提前停止：目前最好的结果</translation>
    </message>
    <message>
        <source>the recorded day itself</source>
        <translation>就是记录的那天</translation>
    </message>
    <message>
        <source>the same as A</source>
        <translation>与 A 相同</translation>
    </message>
    <message>
        <source>the title is missing.</source>
        <translation>缺少标题。</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message numerus="yes">
        <source>too early: %n days after would tell</source>
        <translation>
            <numerusform>为时尚早：之后需 %n 天才能判断</numerusform>
        </translation>
    </message>
    <message>
        <source>too early: a year would not tell</source>
        <translation>为时尚早：一年也看不出</translation>
    </message>
    <message>
        <source>too early: too few days before</source>
        <translation>为时尚早：之前的天数太少</translation>
    </message>
    <message>
        <source>too few hours this week</source>
        <translation>本周工时不足</translation>
    </message>
    <message>
        <source>too little rest</source>
        <translation>间隔休息不足</translation>
    </message>
    <message>
        <source>too long without a break</source>
        <translation>连续工作过久</translation>
    </message>
    <message>
        <source>too many days in a row</source>
        <translation>连续上班天数过多</translation>
    </message>
    <message>
        <source>too many days this week</source>
        <translation>本周天数过多</translation>
    </message>
    <message>
        <source>too many hours this week</source>
        <translation>本周工时过多</translation>
    </message>
    <message>
        <source>unknown number</source>
        <translation>工号不存在</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>人等候</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>worse than predicted</source>
        <translation>差于预测</translation>
    </message>
    <message>
        <source>write who hands it in.</source>
        <translation>请填写提交人。</translation>
    </message>
    <message>
        <source>± and bars: 95 % intervals. Less is better everywhere.</source>
        <translation>± 与误差线：95 % 区间。各项都是越少越好。</translation>
    </message>
    <message>
        <source>“%1” is no date such as 2026-12-01.</source>
        <translation>“%1”不是 2026-12-01 这样的日期。</translation>
    </message>
</context>
<context>
    <name>CounterDisplay</name>
    <message>
        <source>As of %1. Please listen to our staff</source>
        <translation>以上为 %1，请听工作人员叫号</translation>
    </message>
    <message>
        <source>Back about</source>
        <translation>暂停，约这时回来</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>Closed. See the board</source>
        <translation>本窗口未开，请看大屏</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>办理：%1</translation>
    </message>
    <message>
        <source>Paused for a moment</source>
        <translation>暂停服务，请稍候</translation>
    </message>
    <message>
        <source>Please come here</source>
        <translation>请到这里</translation>
    </message>
    <message>
        <source>Ready for the next number</source>
        <translation>等待叫下一位</translation>
    </message>
    <message>
        <source>Stopped for now. See the board</source>
        <translation>暂停办理，请看大屏</translation>
    </message>
    <message>
        <source>This branch has no counter %1</source>
        <translation>本网点没有 %1 号窗口</translation>
    </message>
</context>
<context>
    <name>DayReport</name>
    <message>
        <source>%1 of %2 visits were rated; %3 of the marks are 4 or 5 (standard: at least %4).</source>
        <translation>%2 次办理中有 %1 次得到评价；其中 4 分和 5 分占 %3（标准：不少于 %4）。</translation>
    </message>
    <message>
        <source>%1 went on somebody else's ticket and %2 another way (machine, adviser, another time); they have not left and count as over a limit only after waiting longer than that.</source>
        <translation>%1 位并入他人的号，%2 位改走其他方式（自助机、理财经理、改时间）；他们不算离开，只有等候超过限值才计为超时。</translation>
    </message>
    <message>
        <source>A ticket is overtaken when somebody who came later is called to a counter that could have served it; counted again from the log, not read from it.</source>
        <translation>后到的客户被叫到本可以办理该号票的窗口，即算该号票被超越一次；由日志重新计算，而不是直接读取。</translation>
    </message>
    <message>
        <source>A wait runs from the arrival (the ticket), or the booked time of an appointment when that is later, to the first call. Whoever was never called counts as over a limit after waiting longer than that, and otherwise not at all.</source>
        <translation>等候从到达（取号）算到第一次叫号；预约客户若预约时间更晚，从预约时间算起。始终未被叫到的客户，等候超过限值的计为超时，否则不计。</translation>
    </message>
    <message>
        <source>Arrivals per half-hour</source>
        <translation>每半小时到店客户</translation>
    </message>
    <message>
        <source>Called, on the way</source>
        <translation>已叫号、在途</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>First limit</source>
        <translation>第一档时限</translation>
    </message>
    <message numerus="yes">
        <source>For %n customers the standard's clock stood, %1 min in all: an incident, or their own wish to be called later. The tables of waiting have that time in, the standard has not.</source>
        <translation>
            <numerusform>有 %n 位客户的标准计时曾经停止，共 %1 分钟：因故暂停业务，或客户自己要求稍后叫号。等候表包含这段时间，标准不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>How these figures are made</source>
        <translation>数字说明</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Left before the call</source>
        <translation>叫号前离开</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等候</translation>
    </message>
    <message>
        <source>Mark, 1 to 5</source>
        <translation>评分（1 到 5）</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>平均等候</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Median, 90 % and 95 % lie between the two nearest customers (quantile of type 7).</source>
        <translation>中位数、90% 和 95% 分位数在相邻两位客户之间线性插值（第 7 类分位数）。</translation>
    </message>
    <message>
        <source>Missed calls</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Nine of ten waited at most</source>
        <translation>九成客户等候不超过</translation>
    </message>
    <message>
        <source>Nobody rated the service.</source>
        <translation>没有客户评价。</translation>
    </message>
    <message>
        <source>Open time is serving, on the way and idle; pauses and time with a trainee are apart, and visits that a trainee served are in no service time. Hours and minutes.</source>
        <translation>开放时间包括办理、在途和空闲；暂停和带教另计，学员办理的业务不计入服务时长。单位为时:分。</translation>
    </message>
    <message>
        <source>Overtaken at most</source>
        <translation>最多被超越（次）</translation>
    </message>
    <message>
        <source>Overtaken, times</source>
        <translation>被超越次数</translation>
    </message>
    <message>
        <source>Overtaking</source>
        <translation>被超越情况</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Report of the day</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>客户类别</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已办理</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Serving share of open time</source>
        <translation>办理占开放时间</translation>
    </message>
    <message>
        <source>Share over, min</source>
        <translation>超时占比（分钟）</translation>
    </message>
    <message>
        <source>The course of the day</source>
        <translation>全天走势</translation>
    </message>
    <message>
        <source>The waiting standard</source>
        <translation>等候标准</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>号票数</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>Wait in minutes, by half-hour of arrival</source>
        <translation>等候时间（分钟），按到店的半小时</translation>
    </message>
    <message>
        <source>Waiting, in minutes</source>
        <translation>等候时间（分钟）</translation>
    </message>
    <message>
        <source>With a trainee</source>
        <translation>带教</translation>
    </message>
    <message>
        <source>Within %1 min: %2 of customers were called (promised: at least %3). Kept.</source>
        <translation>%1 分钟内叫到号的客户占 %2（承诺：不少于 %3）。达标。</translation>
    </message>
    <message numerus="yes">
        <source>Within %1 min: %2 of customers were called (promised: at least %3). Missed by %n customers.</source>
        <translation>
            <numerusform>%1 分钟内叫到号的客户占 %2（承诺：不少于 %3）。未达标，差 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Within %1 min: nobody was called, so nothing can be said (promised: %2).</source>
        <translation>%1 分钟内：没有叫过号，无法判断（承诺：%2）。</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>%1 x</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Branch Lobby: a demo day</source>
        <translation>网点大厅：演示日</translation>
    </message>
    <message>
        <source>Counter %1 is yours: staff number %2, PIN %3. The others are simulated.</source>
        <translation>%1 号柜台归您：工号 %2，密码 %3。其余柜台由程序模拟。</translation>
    </message>
    <message>
        <source>Touch the kiosk: your slip comes out here.</source>
        <translation>请触摸取号机，您的号票会出现在这里。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 open, earliest deadline first</source>
        <translation>%1 件待办，期限最近的在前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A supervisor decides about the proposed solution.</source>
        <translation>方案由主管审批。</translation>
    </message>
    <message>
        <source>A text is too long, or what stands under staff can be no staff number.</source>
        <translation>有内容过长，或所填的员工号不正确。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>涉及</translation>
    </message>
    <message>
        <source>About whom (staff numbers)</source>
        <translation>涉及人员（工号）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Choose a case at the left.</source>
        <translation>请在左侧选择一件工单。</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>到访日期</translation>
    </message>
    <message>
        <source>Deadline passed</source>
        <translation>超过期限</translation>
    </message>
    <message>
        <source>Deadlines count from its arrival, not from now.</source>
        <translation>期限从收到之时起算，不从录入之时起算。</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Desk – Branch Lobby</source>
        <translation>工作台 – Branch Lobby</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结</translation>
    </message>
    <message>
        <source>Ended on %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>Ended on %1, the customer is content</source>
        <translation>%1 结束，客户满意</translation>
    </message>
    <message>
        <source>Ended on %1, the customer is not content</source>
        <translation>%1 结束，客户不满意</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Enter feedback</source>
        <translation>录入意见</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Entered as case %1.</source>
        <translation>已录入为工单 %1。</translation>
    </message>
    <message>
        <source>Every channel</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>全部性质</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>首次回复</translation>
    </message>
    <message>
        <source>First answer given</source>
        <translation>已首次回复</translation>
    </message>
    <message>
        <source>First answer: %1</source>
        <translation>首次回复：剩 %1</translation>
    </message>
    <message>
        <source>For colleagues; changes nothing.</source>
        <translation>供同事参考，不改变状态。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>意见表</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查到</translation>
    </message>
    <message>
        <source>Goes on in case %1</source>
        <translation>并入工单 %1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Handled of all that is kept: %1 %</source>
        <translation>保存事项的办结率：%1%</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>How it can be solved; a supervisor decides.</source>
        <translation>如何解决；由主管审批。</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <translation>按键：%1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Looked into</source>
        <translation>调查中</translation>
    </message>
    <message>
        <source>Looking for the branch server ...</source>
        <translation>正在寻找网点服务器……</translation>
    </message>
    <message>
        <source>Low mark</source>
        <translation>低分评价</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>No connection to the branch server. Nothing can be changed now.</source>
        <translation>与网点服务器断开连接，暂时不能做任何更改。</translation>
    </message>
    <message>
        <source>No connection to the branch server. What you see is as of %1; nothing can be changed now.</source>
        <translation>与网点服务器断开连接。所见为 %1 的情况，暂时不能做任何更改。</translation>
    </message>
    <message>
        <source>No page of the desk is for your role.</source>
        <translation>工作台中没有您的角色可用的页面。</translation>
    </message>
    <message>
        <source>Not content</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing has come in yet.</source>
        <translation>还没有收到任何事项。</translation>
    </message>
    <message>
        <source>Nothing was said</source>
        <translation>未表示</translation>
    </message>
    <message>
        <source>Number of the case about the same matter, which goes on</source>
        <translation>同一事项中继续办理的工单编号</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>Number, if known</source>
        <translation>票号（如知道）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新受理</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新受理</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>被越过</translation>
    </message>
    <message>
        <source>Phone page</source>
        <translation>手机页</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Propose a solution</source>
        <translation>拟定方案</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已拟方案</translation>
    </message>
    <message>
        <source>Rating pad</source>
        <translation>评价器</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>根本原因</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>社交媒体</translation>
    </message>
    <message>
        <source>Solution proposed</source>
        <translation>拟定方案</translation>
    </message>
    <message>
        <source>Solved by %1: %2</source>
        <translation>%1 前办结：%2</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Story of ticket %1</source>
        <translation>%1 号票的经过</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Take it on</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Template ...</source>
        <translation>模板……</translation>
    </message>
    <message>
        <source>The ticket's story</source>
        <translation>票的经过</translation>
    </message>
    <message>
        <source>This can be no number of a case.</source>
        <translation>这不可能是工单编号。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>此文件为空。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>查票</translation>
    </message>
    <message>
        <source>To be answered at</source>
        <translation>回复方式</translation>
    </message>
    <message>
        <source>To be answered at: %1</source>
        <translation>回复方式：%1</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>转交给</translation>
    </message>
    <message>
        <source>Wants to talk</source>
        <translation>希望面谈</translation>
    </message>
    <message>
        <source>What is missing; the case is looked into further.</source>
        <translation>缺少什么；工单退回继续调查。</translation>
    </message>
    <message>
        <source>What is to be written</source>
        <translation>要写的内容</translation>
    </message>
    <message>
        <source>What the customer said</source>
        <translation>客户所述</translation>
    </message>
    <message>
        <source>What the customer says to the answer</source>
        <translation>客户对答复的意见</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理经过</translation>
    </message>
    <message>
        <source>What was done.</source>
        <translation>做了什么。</translation>
    </message>
    <message>
        <source>What was written has been destroyed in time.</source>
        <translation>所写内容已按期销毁。</translation>
    </message>
    <message>
        <source>What you tell the customer about how it ended.</source>
        <translation>告知客户处理结果。</translation>
    </message>
    <message>
        <source>What you tell the customer now; stops the 24 h clock.</source>
        <translation>现在告知客户的内容；24 小时计时停止。</translation>
    </message>
    <message>
        <source>Whom it passed over, who passed it over, and why: all from the log.</source>
        <translation>它越过了谁、谁越过了它、为什么：全部来自日志。</translation>
    </message>
    <message>
        <source>Why it takes longer</source>
        <translation>延期理由</translation>
    </message>
    <message>
        <source>Why the answer did not do; it gets a new deadline.</source>
        <translation>答复为何不妥；将重新计算期限。</translation>
    </message>
    <message>
        <source>Words, number or category</source>
        <translation>关键词、编号或类别</translation>
    </message>
    <message>
        <source>Write days like 2026-11-03 and the time like 14:05.</source>
        <translation>日期请写成 2026-11-03，时间请写成 14:05。</translation>
    </message>
    <message>
        <source>Write it shorter: %1 at most.</source>
        <translation>请写短些：最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Write the day like 2026-11-03 and the number like B017.</source>
        <translation>日期请写成 2026-11-03，票号请写成 B017。</translation>
    </message>
    <message>
        <source>Write the number of the ticket like B017, or leave it empty.</source>
        <translation>票号请写成 B017，不知道可留空。</translation>
    </message>
    <message>
        <source>Write what the customer said.</source>
        <translation>请写下客户所述内容。</translation>
    </message>
    <message>
        <source>You agree; whoever has the case carries it out.</source>
        <translation>您同意该方案，由处理人落实。</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>另查一个票号</translation>
    </message>
    <message>
        <source>at</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>extended: complex</source>
        <translation>已延期：复杂</translation>
    </message>
    <message>
        <source>extended: special</source>
        <translation>已延期：特殊</translation>
    </message>
    <message>
        <source>find the ticket of this day and number</source>
        <translation>查找这一天的这个票号</translation>
    </message>
    <message>
        <source>in the large field: enter it</source>
        <translation>在大输入框中：录入</translation>
    </message>
    <message>
        <source>leave a sheet, or take a message away</source>
        <translation>离开弹层，或收起提示</translation>
    </message>
    <message>
        <source>look for words, a number, a category; Enter looks</source>
        <translation>查找关键词、编号或类别；回车查找</translation>
    </message>
    <message>
        <source>never passed over</source>
        <translation>未被越过</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无人受理</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未确定</translation>
    </message>
    <message>
        <source>of the first answer</source>
        <translation>首次回复</translation>
    </message>
    <message>
        <source>of the solution</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>passed over %1 times, at most %2</source>
        <translation>被越过 %1 次，上限 %2 次</translation>
    </message>
    <message numerus="yes">
        <source>passed over %n times</source>
        <translation>
            <numerusform>被越过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>send what is written, as the step that stands above it</source>
        <translation>按上方所选步骤提交所写内容</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>the first page; Ctrl+2 the second, and so on</source>
        <translation>第一页；Ctrl+2 第二页，依此类推</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>本列表</translation>
    </message>
    <message>
        <source>to the list; arrows move to the next case</source>
        <translation>到列表；方向键移到下一件</translation>
    </message>
    <message>
        <source>to the next field or key; Enter or Space presses a key</source>
        <translation>移到下一个输入框或按钮；回车或空格按下按钮</translation>
    </message>
    <message>
        <source>waited %1 min</source>
        <translation>等候 %1 分钟</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>no numbers of its own</source>
        <translation>没有备用号码</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>no printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>paper ends soon</source>
        <translation>纸快用完</translation>
    </message>
    <message>
        <source>printer away</source>
        <translation>连不上打印机</translation>
    </message>
    <message>
        <source>printer cover open</source>
        <translation>打印机盖子开着</translation>
    </message>
    <message>
        <source>printer cut off</source>
        <translation>打印中断</translation>
    </message>
    <message>
        <source>printer fault</source>
        <translation>打印机故障</translation>
    </message>
    <message>
        <source>printer silent</source>
        <translation>打印机没有回应</translation>
    </message>
    <message>
        <source>printer stuck</source>
        <translation>打印机不再接收</translation>
    </message>
    <message>
        <source>printer tells nothing</source>
        <translation>打印机不报告状态</translation>
    </message>
    <message>
        <source>put out of order by staff</source>
        <translation>工作人员已停用</translation>
    </message>
    <message>
        <source>the kiosk has not begun</source>
        <translation>取号机尚未开始</translation>
    </message>
    <message>
        <source>the kiosk has not finished</source>
        <translation>取号机尚未打完</translation>
    </message>
    <message>
        <source>the kiosk stopped</source>
        <translation>取号机中途停止</translation>
    </message>
</context>
<context>
    <name>Doings</name>
    <message>
        <source>announced by telephone</source>
        <translation>用手机通知</translation>
    </message>
    <message>
        <source>called</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>接着办理</translation>
    </message>
    <message>
        <source>diverted</source>
        <translation>改走其他渠道</translation>
    </message>
    <message>
        <source>explained before it is rated</source>
        <translation>在评价之前说明原因</translation>
    </message>
    <message>
        <source>held</source>
        <translation>暂挂</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>looked for</source>
        <translation>在大堂查看</translation>
    </message>
    <message>
        <source>marked absent</source>
        <translation>记为未到</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>printed again</source>
        <translation>再次打印</translation>
    </message>
    <message>
        <source>promised a time</source>
        <translation>告知时间</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>推迟</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>reclassified</source>
        <translation>改类别</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>过号重排</translation>
    </message>
    <message>
        <source>returned again</source>
        <translation>再次过号重排</translation>
    </message>
    <message>
        <source>sent on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始办理</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>%1 ahead at %2</source>
        <translation>%2 时前面 %1 人</translation>
    </message>
    <message>
        <source>%1 waiting now</source>
        <translation>现在 %1 人在等</translation>
    </message>
    <message numerus="yes">
        <source>%1 waiting, %n counters open</source>
        <translation>
            <numerusform>现在 %1 人在等，%n 个窗口在办</numerusform>
        </translation>
    </message>
    <message>
        <source>A little early</source>
        <translation>还没到签到时间</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>大堂顾问</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>前面</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>还有：%1</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>改时间来</translation>
    </message>
    <message>
        <source>Anything else?</source>
        <translation>还要办别的？</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Appointment given up</source>
        <translation>预约已取消</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约与签到</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>As a rule at most %1 later arrivals go before you</source>
        <translation>一般最多有 %1 位后来者先于您</translation>
    </message>
    <message>
        <source>As you said on booking</source>
        <translation>预约时留的号码</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>先问一问</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>新预约</translation>
    </message>
    <message>
        <source>Booked. Your code</source>
        <translation>已预约，预约码</translation>
    </message>
    <message>
        <source>Busy now: %1 waiting</source>
        <translation>现在人多：%1 人在等</translation>
    </message>
    <message>
        <source>By %1, 9 times in 10</source>
        <translation>十次有九次不晚于 %1</translation>
    </message>
    <message>
        <source>By mobile number</source>
        <translation>用手机号签到</translation>
    </message>
    <message>
        <source>Calling our staff</source>
        <translation>正在叫工作人员</translation>
    </message>
    <message>
        <source>Can't hear</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Cannot print. Please take a photo</source>
        <translation>打印不了，请拍照记下号码</translation>
    </message>
    <message>
        <source>Change the time</source>
        <translation>改时间</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Check in from %1</source>
        <translation>%1 起可以签到</translation>
    </message>
    <message>
        <source>Check in or change</source>
        <translation>签到或改期</translation>
    </message>
    <message>
        <source>Checked in already</source>
        <translation>已经签到了</translation>
    </message>
    <message>
        <source>Choose a time first</source>
        <translation>请先选时间</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>重输</translation>
    </message>
    <message>
        <source>Code of the appointment</source>
        <translation>输入预约码</translation>
    </message>
    <message>
        <source>Come %1 min early</source>
        <translation>提前 %1 分钟签到</translation>
    </message>
    <message>
        <source>Come at %1</source>
        <translation>%1 再来</translation>
    </message>
    <message>
        <source>Come prepared</source>
        <translation>备齐再来</translation>
    </message>
    <message>
        <source>Connection lost. Your place is kept</source>
        <translation>网络中断，叫号次序不变</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>正在补打 %1</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Do you have it all?</source>
        <translation>材料带齐了吗？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Earliest; other times too</source>
        <translation>最早的空位，也可选别的时间</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>For two people</source>
        <translation>两人一起办</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Getting your number</source>
        <translation>正在取号，请稍候</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Give it up?</source>
        <translation>取消这个预约？</translation>
    </message>
    <message>
        <source>Given up already</source>
        <translation>这个预约已取消</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hard of hearing</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Have a code? Scan it, or type it</source>
        <translation>有预约码，请扫码或输入</translation>
    </message>
    <message>
        <source>Have it written</source>
        <translation>请人写给我</translation>
    </message>
    <message>
        <source>Have ready</source>
        <translation>请准备</translation>
    </message>
    <message>
        <source>Have ready: %1</source>
        <translation>请准备：%1</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>有预约码</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>我记下了</translation>
    </message>
    <message>
        <source>If you gave it when booking</source>
        <translation>预约时留过号码的</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正常使用</translation>
    </message>
    <message>
        <source>Its place is free for others</source>
        <translation>这个时间已让给别人</translation>
    </message>
    <message>
        <source>Its time has passed</source>
        <translation>预约时间已过</translation>
    </message>
    <message>
        <source>Just taken</source>
        <translation>这个时间刚被约走</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留预约</translation>
    </message>
    <message>
        <source>Later times</source>
        <translation>更晚时间</translation>
    </message>
    <message>
        <source>Looked up once; we keep no number</source>
        <translation>只查一次，不保存号码</translation>
    </message>
    <message>
        <source>Missed your call? Tell our staff today</source>
        <translation>过号请当日告诉工作人员</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺%1</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>More</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>More days</source>
        <translation>更多日期</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>改到 %1</translation>
    </message>
    <message>
        <source>Moved. Your code</source>
        <translation>已改期，预约码</translation>
    </message>
    <message>
        <source>No appointment found</source>
        <translation>没有找到预约</translation>
    </message>
    <message>
        <source>No counter serves this today. Please ask our staff</source>
        <translation>今天没有窗口办理这项业务，请询问工作人员</translation>
    </message>
    <message>
        <source>No ticket now</source>
        <translation>现在不取号</translation>
    </message>
    <message>
        <source>No tickets right now</source>
        <translation>暂时不能取号</translation>
    </message>
    <message>
        <source>Not everything?</source>
        <translation>没带齐？</translation>
    </message>
    <message>
        <source>Noted it</source>
        <translation>记下了</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>On your slip or phone</source>
        <translation>在小票或手机上</translation>
    </message>
    <message>
        <source>One moment please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>One touch, one ticket</source>
        <translation>点一下就出号</translation>
    </message>
    <message>
        <source>Only to find it; we keep no number</source>
        <translation>只用来查找，不保存号码</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Our server is away. Please speak to our staff</source>
        <translation>服务器暂时断开，请直接找工作人员</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>暂停使用</translation>
    </message>
    <message>
        <source>Out of order: no tickets here</source>
        <translation>暂停使用：本机不取号</translation>
    </message>
    <message>
        <source>Out of paper. Please take a photo</source>
        <translation>缺纸了，请拍照记下号码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Pick a time</source>
        <translation>选个时间</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>位置：%1</translation>
    </message>
    <message>
        <source>Please ask at the desk in the hall</source>
        <translation>请到大堂咨询台询问</translation>
    </message>
    <message>
        <source>Please ask our staff. This screen comes back by itself</source>
        <translation>请直接找工作人员。恢复后本机自动继续</translation>
    </message>
    <message>
        <source>Please bring: %1</source>
        <translation>请带上：%1</translation>
    </message>
    <message>
        <source>Please check it, or ask our staff</source>
        <translation>请核对一下，或询问工作人员</translation>
    </message>
    <message>
        <source>Please go to %1</source>
        <translation>请到 %1</translation>
    </message>
    <message>
        <source>Please go to: %1</source>
        <translation>请到：%1</translation>
    </message>
    <message>
        <source>Please pick another time</source>
        <translation>请另选时间</translation>
    </message>
    <message>
        <source>Please try again, or ask our staff</source>
        <translation>请再试一次，或询问工作人员</translation>
    </message>
    <message>
        <source>Please use another ticket machine, or ask our staff</source>
        <translation>请使用其他叫号机，或咨询工作人员</translation>
    </message>
    <message>
        <source>Please wait here</source>
        <translation>请在这里稍等</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一张</translation>
    </message>
    <message>
        <source>Printer and paper well</source>
        <translation>打印机和纸张正常</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>打印机：%1</translation>
    </message>
    <message>
        <source>Printing. Take it below</source>
        <translation>正在打印，请在下方取票</translation>
    </message>
    <message>
        <source>Queue all the same</source>
        <translation>还是排队</translation>
    </message>
    <message>
        <source>Recognised. Choose a service</source>
        <translation>已识别，请选业务</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Saves ~%1 min</source>
        <translation>约省 %1 分钟</translation>
    </message>
    <message>
        <source>Scan it here to check in</source>
        <translation>到店扫码签到</translation>
    </message>
    <message>
        <source>Scan to follow outside</source>
        <translation>扫码看进度</translation>
    </message>
    <message>
        <source>Scan when back online</source>
        <translation>网络恢复后可扫码看进度</translation>
    </message>
    <message>
        <source>See the ways</source>
        <translation>看看怎么办</translation>
    </message>
    <message>
        <source>See what is possible without it</source>
        <translation>看看没有它怎么办</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>服务器连接中断</translation>
    </message>
    <message>
        <source>Server away, tickets count</source>
        <translation>服务器断开，取号有效</translation>
    </message>
    <message>
        <source>Server away. Your number counts from %1</source>
        <translation>服务器暂断，号码自 %1 起有效</translation>
    </message>
    <message>
        <source>Server in contact</source>
        <translation>服务器连接正常</translation>
    </message>
    <message>
        <source>Six letters and digits</source>
        <translation>六位字母和数字</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>So that we know what you are entitled to</source>
        <translation>用来确认您的客户等级</translation>
    </message>
    <message>
        <source>Somebody comes to you</source>
        <translation>工作人员到这里来</translation>
    </message>
    <message>
        <source>Somebody is coming to you</source>
        <translation>工作人员马上过来</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>缺材料</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>仅限工作人员</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <translation>服务人员：%1</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Take a photo of your code</source>
        <translation>请拍照记下预约码</translation>
    </message>
    <message>
        <source>Take a photo of your number</source>
        <translation>请拍照记下号码</translation>
    </message>
    <message>
        <source>Take a seat, we call you</source>
        <translation>请坐，听叫号</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>取号排队</translation>
    </message>
    <message>
        <source>Take a ticket, or book another time</source>
        <translation>请取号排队，或另约时间</translation>
    </message>
    <message>
        <source>Take your ticket below</source>
        <translation>请在下方取票</translation>
    </message>
    <message>
        <source>Takes about %1 min</source>
        <translation>约需 %1 分钟</translation>
    </message>
    <message>
        <source>Test the panel</source>
        <translation>检测屏幕</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>就这些</translation>
    </message>
    <message>
        <source>The call did not get through</source>
        <translation>没有叫到人</translation>
    </message>
    <message>
        <source>The server is away, so nobody can be recognised here. Whoever looks after the machine can end or restart the program there</source>
        <translation>服务器连接中断，无法核对身份。请由设备维护人员在本机上退出或重启程序</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Ticket kiosk</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Tickets from %1 to %2</source>
        <translation>%1–%2 取号</translation>
    </message>
    <message>
        <source>To check in without the code</source>
        <translation>签到时不用输预约码</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Touch again</source>
        <translation>再按一次</translation>
    </message>
    <message>
        <source>Touch for the next colour. Look for dead points</source>
        <translation>点按换颜色，请查看有无坏点</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Turned into a key; we keep no number</source>
        <translation>加密后才存，不保存号码</translation>
    </message>
    <message>
        <source>Use the machine</source>
        <translation>去自助办理</translation>
    </message>
    <message>
        <source>We come</source>
        <translation>会来找您</translation>
    </message>
    <message>
        <source>We come to you</source>
        <translation>我们会来找您</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>What do you need today?</source>
        <translation>您要办什么？</translation>
    </message>
    <message>
        <source>What else?</source>
        <translation>还要办什么？</translation>
    </message>
    <message>
        <source>What is missing?</source>
        <translation>缺哪样？</translation>
    </message>
    <message>
        <source>Which way suits you?</source>
        <translation>您选哪种方式？</translation>
    </message>
    <message>
        <source>Wipe over every field. %1 left</source>
        <translation>请划过每一格，还剩 %1 格</translation>
    </message>
    <message>
        <source>Without %1 maybe in vain</source>
        <translation>缺%1，可能白等</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>请人写</translation>
    </message>
    <message>
        <source>Yes, give it up</source>
        <translation>确定取消</translation>
    </message>
    <message>
        <source>You have no number yet</source>
        <translation>还没有取到号</translation>
    </message>
    <message>
        <source>You may check in now</source>
        <translation>现在可以签到</translation>
    </message>
    <message>
        <source>Your appointment</source>
        <translation>您的预约</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Your number is %1</source>
        <translation>您的号码是 %1</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>号码有效</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>大约轮到您</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>现在不取号</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>no queue</source>
        <translation>无人在等</translation>
    </message>
    <message>
        <source>nobody knows</source>
        <translation>情况不明</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>没有打出</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打出</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>人在等</translation>
    </message>
</context>
<context>
    <name>LeadPage</name>
    <message>
        <source>%1 ahead</source>
        <translation>前面 %1 人</translation>
    </message>
    <message>
        <source>%1 customers are told.</source>
        <translation>已告知 %1 位客户。</translation>
    </message>
    <message>
        <source>%1 goes</source>
        <translation>%1 去处理</translation>
    </message>
    <message>
        <source>%1 has no slip: %2</source>
        <translation>%1 没有出票：%2</translation>
    </message>
    <message>
        <source>%1 is called to %2</source>
        <translation>%1 请到 %2</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <translation>%1 到店</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>立即%1</translation>
    </message>
    <message>
        <source>%1 wants to speak to somebody</source>
        <translation>%1 想找人谈谈</translation>
    </message>
    <message>
        <source>%1 was not satisfied</source>
        <translation>%1 不满意</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: somebody asks for help</source>
        <translation>%1 有人求助</translation>
    </message>
    <message>
        <source>A counter that you ask for reads it in its window.</source>
        <translation>被请求的柜台会在窗口上看到。</translation>
    </message>
    <message>
        <source>Another matter…</source>
        <translation>改业务…</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Answered within %1 minutes: nobody asked yet</source>
        <translation>%1 分钟内答复：还没有人问</translation>
    </message>
    <message>
        <source>Answered within %3 minutes: %1 of %2</source>
        <translation>%3 分钟内答复：%1 / %2</translation>
    </message>
    <message>
        <source>As it was at %1</source>
        <translation>数据停在 %1</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>请开%1</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>请开柜</translation>
    </message>
    <message>
        <source>At which counter?</source>
        <translation>到哪个柜台？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Call now…</source>
        <translation>提前叫…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>注册码</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号柜台</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Does not hear well</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>Does not hear well: go there, before it is a missed call</source>
        <translation>听不清叫号：请过去看一下，再决定是否过号</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>办好了…</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查票</translation>
    </message>
    <message>
        <source>Give a ticket</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <translation>进行中：%1</translation>
    </message>
    <message>
        <source>Hears well</source>
        <translation>听得清</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>结果如何？</translation>
    </message>
    <message>
        <source>I go</source>
        <translation>我去</translation>
    </message>
    <message>
        <source>I was there</source>
        <translation>我去过了</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>可简单写几句</translation>
    </message>
    <message>
        <source>Just a question</source>
        <translation>一般咨询</translation>
    </message>
    <message>
        <source>Kiosks give tickets at one touch.</source>
        <translation>取号机一触即取号。</translation>
    </message>
    <message>
        <source>Lobby</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Low marks seen to within %1 minutes: none yet</source>
        <translation>%1 分钟内跟进低分评价：还没有</translation>
    </message>
    <message>
        <source>Low marks seen to within %3 minutes: %1 of %2</source>
        <translation>%3 分钟内跟进低分评价：%1 / %2</translation>
    </message>
    <message>
        <source>Make this phone a lead's</source>
        <translation>把这部手机设为大堂手机</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No counter that serves this is free.</source>
        <translation>能办此业务的柜台都不空。</translation>
    </message>
    <message>
        <source>No ticket of today fits.</source>
        <translation>今天没有这样的票。</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>没有人等候。</translation>
    </message>
    <message>
        <source>Not certain yet, being sent: %1</source>
        <translation>尚未确认，正在发送：%1</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Nothing is served, and every screen says:</source>
        <translation>停止一切业务，所有屏幕显示：</translation>
    </message>
    <message>
        <source>Number, or a part of it</source>
        <translation>号码或其中一部分</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Print at a kiosk</source>
        <translation>在取号机打印</translation>
    </message>
    <message>
        <source>Put up: %1</source>
        <translation>张贴：%1</translation>
    </message>
    <message>
        <source>Resume: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Rush mode off</source>
        <translation>关闭高峰模式</translation>
    </message>
    <message>
        <source>Rush mode on</source>
        <translation>开启高峰模式</translation>
    </message>
    <message>
        <source>Same number, same place; the slip is marked as a copy.</source>
        <translation>号码和次序不变，票上注明补打。</translation>
    </message>
    <message>
        <source>See the customer by %1</source>
        <translation>请在 %1 前见到客户</translation>
    </message>
    <message>
        <source>Settled with the customer</source>
        <translation>已与客户说妥</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Somebody must go on with it</source>
        <translation>需要继续处理</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Standard: within %1 minutes</source>
        <translation>标准：%1 分钟内</translation>
    </message>
    <message>
        <source>Suspend services</source>
        <translation>暂停业务</translation>
    </message>
    <message>
        <source>Take down: %1</source>
        <translation>撤下：%1</translation>
    </message>
    <message>
        <source>The customer had left</source>
        <translation>客户已离开</translation>
    </message>
    <message>
        <source>The server does not answer. Try again in a moment.</source>
        <translation>服务器没有应答，请稍后再试。</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>票号 %1</translation>
    </message>
    <message>
        <source>To a machine</source>
        <translation>去自助机</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Too late for the standard; it stands first in the inbox</source>
        <translation>已超过标准时间，排在收件箱最前面</translation>
    </message>
    <message>
        <source>Type the code that “lobby device invite” gave.</source>
        <translation>输入“lobby device invite”给出的注册码。</translation>
    </message>
    <message>
        <source>Waits longest</source>
        <translation>等得最久</translation>
    </message>
    <message>
        <source>What is it about? The clock runs from now.</source>
        <translation>咨询什么？现在开始计时。</translation>
    </message>
    <message>
        <source>Which? None chosen: all</source>
        <translation>哪些？不选即全部</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因？</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>一项更改</translation>
    </message>
    <message>
        <source>asked for %1 min ago</source>
        <translation>%1 分钟前已请开柜</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫</translation>
    </message>
    <message>
        <source>came %1</source>
        <translation>%1 到</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>does not hear well</source>
        <translation>听力不便</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>min longest</source>
        <translation>分最久</translation>
    </message>
    <message>
        <source>missed the call</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>no numbers of its own yet</source>
        <translation>还没有备用号段</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>over limit</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>paper is nearly used up</source>
        <translation>纸快用完</translation>
    </message>
    <message>
        <source>passed %1 times</source>
        <translation>被越过 %1 次</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>please look at it</source>
        <translation>请去看一下</translation>
    </message>
    <message>
        <source>printer is off or unplugged</source>
        <translation>打印机未开或未连接</translation>
    </message>
    <message>
        <source>the cover is open</source>
        <translation>盖子开着</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>打印机没有应答</translation>
    </message>
    <message>
        <source>the printer stands still</source>
        <translation>打印机停住了</translation>
    </message>
    <message>
        <source>till %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>%1: number %2 is called. Please go to %3.</source>
        <translation>%1：请 %2 号到 %3办理。</translation>
    </message>
    <message>
        <source>%1: number %2 will be called soon. Please come back to the hall.</source>
        <translation>%1：%2 号即将叫到，请回到大厅。</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%1 satisfied of %n marks.</source>
        <translation>
            <numerusform>%n 个评价中 %1 满意。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · given by %2</source>
        <translation>%1 · 由 %2 登记</translation>
    </message>
    <message>
        <source>%1: %2 of 100</source>
        <translation>%1：%2 分</translation>
    </message>
    <message numerus="yes">
        <source>%n marks, too few for a share.</source>
        <translation>
            <numerusform>收到 %n 个评价，太少，不计算比例。</numerusform>
        </translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>理财经理</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资格证书</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>课程</translation>
    </message>
    <message numerus="yes">
        <source>Course due for %n people until %1.</source>
        <translation>
            <numerusform>截至 %1，还有 %n 人需要培训。</numerusform>
        </translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Day of the course</source>
        <translation>培训日期</translation>
    </message>
    <message>
        <source>Give or renew</source>
        <translation>颁发或续期</translation>
    </message>
    <message>
        <source>Its services are not called there any more.</source>
        <translation>收回后，该员工的柜台不再叫相应业务。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后有效日</translation>
    </message>
    <message>
        <source>Lobby lead</source>
        <translation>大堂经理</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>网点负责人</translation>
    </message>
    <message>
        <source>Matters: %1</source>
        <translation>业务：%1</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>Passed: %1 of those who took one; the aim is %2.</source>
        <translation>参训人员合格率 %1，要求不低于 %2。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Percent, if there was a test</source>
        <translation>考试得分（如有）</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>服务质量</translation>
    </message>
    <message>
        <source>Record a course</source>
        <translation>登记培训</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>柜员</translation>
    </message>
    <message numerus="yes">
        <source>Today: %n matters, %1 min each; the whole branch for the same mix %2 min.</source>
        <translation>
            <numerusform>今天：办结 %n 笔，平均每笔 %1 分钟；全网点同类业务平均 %2 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Today: no matter served to the end yet.</source>
        <translation>今天：尚未办结业务。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Write the day like 2026-11-03 and the result as 0 to 100.</source>
        <translation>请按 2026-11-03 的格式填写日期，得分填 0 至 100。</translation>
    </message>
    <message>
        <source>Write the day like 2027-11-03.</source>
        <translation>请按 2027-11-03 的格式填写日期。</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>另一位员工</translation>
    </message>
    <message>
        <source>at counter %1</source>
        <translation>在 %1 号柜台</translation>
    </message>
    <message>
        <source>course due</source>
        <translation>待培训</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>every service</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>give a certificate, or a new one in place of an old one</source>
        <translation>颁发证书，或以新换旧</translation>
    </message>
    <message>
        <source>none yet in this part of the year</source>
        <translation>本期尚未参加</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>record a course and its result</source>
        <translation>登记培训及成绩</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>withdraw a certificate</source>
        <translation>收回证书</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>%1 minutes later</source>
        <translation>晚 %1 分钟</translation>
    </message>
    <message>
        <source>8 times in 10 in between</source>
        <translation>十次有八次在此间</translation>
    </message>
    <message>
        <source>Alert is on</source>
        <translation>提醒已开</translation>
    </message>
    <message>
        <source>Alert me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Alert me when %1 are ahead</source>
        <translation>剩 %1 人时提醒我</translation>
    </message>
    <message>
        <source>Answer a few questions</source>
        <translation>回答几个问题</translation>
    </message>
    <message>
        <source>Any moment now</source>
        <translation>随时轮到您</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Be later</source>
        <translation>晚点到</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>预约时间 %1</translation>
    </message>
    <message>
        <source>Call me later</source>
        <translation>晚点叫我</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>Called together with number %1</source>
        <translation>与 %1 号一起叫号</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>不办了</translation>
    </message>
    <message>
        <source>Choose a mark first.</source>
        <translation>请先选择一个评价。</translation>
    </message>
    <message>
        <source>Come within %1 min of the call</source>
        <translation>叫号后 %1 分钟内到窗口</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>号窗口</translation>
    </message>
    <message>
        <source>English</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Finished. Thank you for coming</source>
        <translation>已办完，谢谢光临</translation>
    </message>
    <message>
        <source>For this visit only. Your number is destroyed at midnight.</source>
        <translation>只用于本次叫号，号码当天夜里销毁。</translation>
    </message>
    <message>
        <source>Forget my number</source>
        <translation>删除我的号码</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>确定不办</translation>
    </message>
    <message>
        <source>Give this ticket up?</source>
        <translation>确定不办了吗？</translation>
    </message>
    <message>
        <source>Going on again. Your place was kept</source>
        <translation>已恢复办理，您的位置没有变</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Have ready: %1</source>
        <translation>带好%1</translation>
    </message>
    <message>
        <source>How to answer you, if you like</source>
        <translation>怎么答复您（可不填）</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>这次服务怎么样？</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>我回来了</translation>
    </message>
    <message>
        <source>I am here now</source>
        <translation>我到了</translation>
    </message>
    <message>
        <source>I can't make it</source>
        <translation>赶不到，请移后</translation>
    </message>
    <message>
        <source>It did not work. Try again, or speak to our staff.</source>
        <translation>没有成功。请再试一次，或找工作人员。</translation>
    </message>
    <message>
        <source>It was for one visit, which is over. For another one take a ticket at the entrance.</source>
        <translation>此页只用于一次办理，该次已结束。再次办理请在入口取号。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留号码</translation>
    </message>
    <message>
        <source>Keep this page open: a locked phone may stay silent. Look at the board as well.</source>
        <translation>请保持本页打开：手机锁屏后可能不响。请同时留意大厅屏幕。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还有</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>No ticket here</source>
        <translation>没有找到号票</translation>
    </message>
    <message>
        <source>Not before %1</source>
        <translation>%1 之前不会叫号</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>One minute. Your name is not asked. Leave out what you like.</source>
        <translation>只需一分钟，不问姓名，可以跳过任意一题。</translation>
    </message>
    <message>
        <source>Only those in charge of the branch read it. Write no card or account numbers.</source>
        <translation>只有网点负责人能看到。请勿填写卡号或账号。</translation>
    </message>
    <message>
        <source>Please go to</source>
        <translation>请到</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Set aside. Speak to our staff when you are ready</source>
        <translation>已暂挂。准备好后请告诉工作人员</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suspended at the moment. Your place is kept</source>
        <translation>暂停办理，您的位置保留</translation>
    </message>
    <message>
        <source>Tell me by text message</source>
        <translation>短信通知我</translation>
    </message>
    <message>
        <source>Thank you for your answers</source>
        <translation>感谢您的回答</translation>
    </message>
    <message>
        <source>Thank you for your mark</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>Thank you. Your message has number %1</source>
        <translation>谢谢，留言编号 %1</translation>
    </message>
    <message>
        <source>The number is void then. Another one is at the entrance.</source>
        <translation>号码随即作废。再办请在入口重新取号。</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>There is no ticket of today here. Scan the code on your slip again, or ask our staff.</source>
        <translation>这里没有今天的号票。请重新扫描小票上的二维码，或向工作人员询问。</translation>
    </message>
    <message>
        <source>This page has ended</source>
        <translation>此页已结束</translation>
    </message>
    <message>
        <source>This ticket is cancelled</source>
        <translation>此号票已取消</translation>
    </message>
    <message>
        <source>This ticket was for another day</source>
        <translation>此号票已过期</translation>
    </message>
    <message>
        <source>Touch it in the hall: you wait again, in your old place.</source>
        <translation>回到大厅后再点：您按原来的次序等候。</translation>
    </message>
    <message>
        <source>Touch it in the hall: you wait again.</source>
        <translation>到大厅后再点：您重新等候叫号。</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很满意</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>很不满意</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>留言类型</translation>
    </message>
    <message>
        <source>Write to us</source>
        <translation>给我们留言</translation>
    </message>
    <message>
        <source>You are being served</source>
        <translation>正在为您办理</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>下一位就是您</translation>
    </message>
    <message>
        <source>You are not called before that. Your place is kept.</source>
        <translation>在此之前不会叫到您，次序为您保留。</translation>
    </message>
    <message>
        <source>You get a text message shortly before, and when called.</source>
        <translation>快到您和叫到您时，会发短信给您。</translation>
    </message>
    <message>
        <source>You were called. Please speak to our staff</source>
        <translation>已叫过您的号码，请找工作人员</translation>
    </message>
    <message>
        <source>You will be called later</source>
        <translation>稍后再叫您的号</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到您了</translation>
    </message>
    <message>
        <source>Your turn, about</source>
        <translation>大约轮到您</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>留言内容</translation>
    </message>
    <message>
        <source>ahead of you</source>
        <translation>人在前面</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>min, about</source>
        <translation>分钟左右</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is not before %2.</source>
        <translation>%1 不早于 %2。</translation>
    </message>
    <message>
        <source>%1 is too short for a cash van of %2 minutes. Allow more time.</source>
        <translation>%1 容不下 %2 分钟的接送款。请放宽时间。</translation>
    </message>
    <message>
        <source>%1. Correct the %2 there.</source>
        <translation>%1。请改正该处的 %2。</translation>
    </message>
    <message>
        <source>%1.pauses: there is no reason “%2”. %3</source>
        <translation>%1.pauses：没有原因“%2”。%3</translation>
    </message>
    <message>
        <source>%1.to_counters_m: there is no counter “%2”. %3</source>
        <translation>%1.to_counters_m：没有柜台“%2”。%3</translation>
    </message>
    <message>
        <source>%1.zone: “%2” stands there twice. Join the two.</source>
        <translation>%1.zone：“%2”出现两次。请合并。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (found: %3).</source>
        <translation>%1：%2（现为：%3）。</translation>
    </message>
    <message>
        <source>%1: %2 do not follow one another. Put them in this order.</source>
        <translation>%1：%2 先后顺序不对。请按时间先后排列。</translation>
    </message>
    <message>
        <source>%1: %2 is after the last ticket.</source>
        <translation>%1：%2 在停止取号之后。</translation>
    </message>
    <message>
        <source>%1: a profile without hours (lasts_min) has no clock. Give per_day and duration.</source>
        <translation>%1：没有营业时间的配置（lasts_min）没有钟点。请写 per_day 和 duration。</translation>
    </message>
    <message>
        <source>%1: no staffed counter serves “%2” for “%3”. Staff one that does, or remove this line.</source>
        <translation>%1：没有有人值守的柜台为“%3”办理“%2”。请安排能办理的柜台，或删去本行。</translation>
    </message>
    <message>
        <source>%1: none of them serves “%2” for “%3”. Add one.</source>
        <translation>%1：其中没有为“%3”办理“%2”的柜台。请加上一个。</translation>
    </message>
    <message>
        <source>%1: the profile has no appointments for “%2”. Add [[appointments]] there, or remove this line.</source>
        <translation>%1：网点配置中“%2”没有预约。请在配置中加上 [[appointments]]，或删去本行。</translation>
    </message>
    <message>
        <source>%1: the profile leads none of these customers to a machine. Add a way of the kind machine to the service there, or remove this line.</source>
        <translation>%1：网点配置不会把这些客户引导到自助机。请在配置的该业务中加上 machine 类的途径，或删去本行。</translation>
    </message>
    <message>
        <source>%1: there is no column “person”. Write one line for each.</source>
        <translation>%1：没有“person”这一列。请每人写一行。</translation>
    </message>
    <message>
        <source>%1: there is no “%2”. %3</source>
        <translation>%1：没有“%2”。%3</translation>
    </message>
    <message>
        <source>%1: there is no “%2”. %3 Or write a path relative to this file.</source>
        <translation>%1：没有“%2”。%3或写相对于本文件的路径。</translation>
    </message>
    <message>
        <source>%1: this key is missing. Add it.</source>
        <translation>%1：缺少这个键。请补上。</translation>
    </message>
    <message>
        <source>%1: this key is not known. %2</source>
        <translation>%1：没有这个键。%2</translation>
    </message>
    <message>
        <source>%1: “%2” is none of the zones of the layout. %3</source>
        <translation>%1：“%2”不在 layout 的区域之中。%3</translation>
    </message>
    <message>
        <source>%1: “%2” is not staffed. %3</source>
        <translation>%1：“%2”无人值守。%3</translation>
    </message>
    <message>
        <source>%1: “%2” is taken by %3 until %4. Let the two follow one another.</source>
        <translation>%1：“%2”到 %4 为止已由 %3 占用。请让两者前后衔接。</translation>
    </message>
    <message>
        <source>%1: “%2” stands in %3 too. Keep one of them.</source>
        <translation>%1：“%2”在 %3 中也有。请只留一个。</translation>
    </message>
    <message>
        <source>%1: “%2” stands there twice. Join the two.</source>
        <translation>%1：“%2”出现了两次。请合并。</translation>
    </message>
    <message>
        <source>An appointment is for one service and one transaction. Remove items and need.</source>
        <translation>预约只办一项业务、一笔交易。请删去 items 和 need。</translation>
    </message>
    <message>
        <source>Choose one of %1</source>
        <translation>请选择其一：%1</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>请选择其一：%1。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是否指“%1”？</translation>
    </message>
    <message>
        <source>Done_least_0_1 is more than done_most_0_1.</source>
        <translation>done_least_0_1 大于 done_most_0_1。</translation>
    </message>
    <message>
        <source>Give a table [ldap] or [oidc].</source>
        <translation>请写 [ldap] 或 [oidc] 表。</translation>
    </message>
    <message>
        <source>Give begins (and ends), or per_day and duration.</source>
        <translation>请写 begins（和 ends），或 per_day 和 duration。</translation>
    </message>
    <message>
        <source>Give either person_dn, or base to look for people.</source>
        <translation>请写 person_dn，或写用来查找人员的 base，二者取一。</translation>
    </message>
    <message>
        <source>Give one of half_hours_per_hour, per_hour, steps and times_min.</source>
        <translation>请在 half_hours_per_hour、per_hour、steps、times_min 中写一个。</translation>
    </message>
    <message>
        <source>It must be above %1</source>
        <translation>必须大于 %1</translation>
    </message>
    <message>
        <source>It must be at least %1</source>
        <translation>必须至少为 %1</translation>
    </message>
    <message>
        <source>It must be at most %1</source>
        <translation>最多为 %1</translation>
    </message>
    <message>
        <source>It must be below %1</source>
        <translation>必须小于 %1</translation>
    </message>
    <message>
        <source>Late and lateness go together.</source>
        <translation>late 与 lateness 要一起写。</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第 %1 行：%2。</translation>
    </message>
    <message>
        <source>Nobody has the number “%1”. %2</source>
        <translation>没有工号“%1”。%2</translation>
    </message>
    <message>
        <source>Nobody is left to open the branch. Name fewer who are away.</source>
        <translation>没有人可以开门营业。请少填几位缺勤人员。</translation>
    </message>
    <message>
        <source>Nobody who is in does “%1”, so nobody may go to the cash van.</source>
        <translation>到岗人员中没有人能办“%1”，无人可去接送款。</translation>
    </message>
    <message>
        <source>Nobody who is in has the number “%1”. %2</source>
        <translation>到岗人员中没有工号“%1”。%2</translation>
    </message>
    <message>
        <source>Nobody who may go to the cash van is at a counter between %1 and %2. Allow another time, or somebody else.</source>
        <translation>%1 至 %2 之间，可以去接送款的人都不在窗口。请换个时间或换人。</translation>
    </message>
    <message>
        <source>Pauses_per_shift and pause go together.</source>
        <translation>pauses_per_shift 与 pause 要一起写。</translation>
    </message>
    <message>
        <source>Sizes: one of the weights must be above 0.</source>
        <translation>sizes：至少有一个权重大于 0。</translation>
    </message>
    <message>
        <source>The list is too long; %1 is the most</source>
        <translation>列表太长，最多 %1 项</translation>
    </message>
    <message>
        <source>The list is too short; name more</source>
        <translation>列表太短，请多写几项</translation>
    </message>
    <message>
        <source>There is no service “%1”. %2</source>
        <translation>没有“%1”这项业务。%2</translation>
    </message>
    <message>
        <source>Use ldaps://, or set start_tls = true.</source>
        <translation>请用 ldaps://，或设 start_tls = true。</translation>
    </message>
    <message>
        <source>Who is added needs a role: give [[roles]].</source>
        <translation>新增人员须有岗位：请写 [[roles]]。</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>请写%1</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>请写数字</translation>
    </message>
    <message>
        <source>Write a whole number</source>
        <translation>请写整数</translation>
    </message>
    <message>
        <source>Write it in quotation marks</source>
        <translation>请加引号</translation>
    </message>
    <message>
        <source>Write true or false</source>
        <translation>请写 true 或 false</translation>
    </message>
    <message>
        <source>a time such as 09:30</source>
        <translation>时间，如 09:30</translation>
    </message>
    <message>
        <source>based_on: “%1” is based on this scenario. Name one that is not.</source>
        <translation>based_on：“%1”以本情景文件为基础。请写别的情景文件。</translation>
    </message>
    <message>
        <source>date: the branch is closed on %1. Choose an open day.</source>
        <translation>date：网点 %1 不营业。请选择营业日。</translation>
    </message>
    <message>
        <source>date: “%1” is no date. Write it like 2026-01-15.</source>
        <translation>date：“%1”不是日期。请写成 2026-01-15 的样式。</translation>
    </message>
    <message>
        <source>demand.half_hours_per_hour: %1 figures, but there are %2 half-hours from opening to the last ticket. Give one for each.</source>
        <translation>demand.half_hours_per_hour：有 %1 个数，但从开门到停止取号共有 %2 个半小时。请每个半小时写一个。</translation>
    </message>
    <message>
        <source>demand.steps.1.begins: the first step begins with the opening, %1.</source>
        <translation>demand.steps.1.begins：第一段从开门时间 %1 开始。</translation>
    </message>
    <message>
        <source>demand.steps: %1 do not follow one another. Put them in this order, all before the last ticket.</source>
        <translation>demand.steps：%1 先后顺序不对。请按时间先后排列，且都在停止取号之前。</translation>
    </message>
    <message>
        <source>demand.steps: a profile without hours has no clock. Give per_hour.</source>
        <translation>demand.steps：没有营业时间的配置没有钟点。请写 per_hour。</translation>
    </message>
    <message>
        <source>demand: %1 customers a day are more than %2.</source>
        <translation>demand：每天 %1 位客户，超过 %2 的上限。</translation>
    </message>
    <message>
        <source>in_the_clear is for this machine only.</source>
        <translation>in_the_clear 只能用于本机。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>line %1: no counter serves “%2” for “%3”.</source>
        <translation>第 %1 行：没有柜台为“%3”办理“%2”。</translation>
    </message>
    <message>
        <source>line %1: the profile has no appointments for “%2”.</source>
        <translation>第 %1 行：网点配置中“%2”没有预约。</translation>
    </message>
    <message>
        <source>line %1: write %2, times as whole microseconds.</source>
        <translation>第 %1 行：请写 %2，时间为整数微秒。</translation>
    </message>
    <message>
        <source>lists stand too deep in one another for %1.</source>
        <translation>列表嵌套过深，不合 %1 的规定。</translation>
    </message>
    <message>
        <source>lobby_lead: a profile without hours (lasts_min) has no clock. Remove it.</source>
        <translation>lobby_lead：没有营业时间的配置（lasts_min）没有钟点。请删去本表。</translation>
    </message>
    <message>
        <source>lobby_lead: without kiosks a ticket costs no time. Give kiosk.count, or remove it.</source>
        <translation>lobby_lead：没有取号机时取号不花时间。请写 kiosk.count，或删去本表。</translation>
    </message>
    <message>
        <source>more_staffing: “%1” staffs every counter all day. Write staffing.</source>
        <translation>more_staffing：“%1”全天安排所有柜台。请写 staffing。</translation>
    </message>
    <message>
        <source>one capital letter, such as A</source>
        <translation>一个大写字母，如 A</translation>
    </message>
    <message>
        <source>policy: %1</source>
        <translation>policy：%1</translation>
    </message>
    <message>
        <source>profile: calling.has_standby is false, and tellers who look for themselves are not simulated. Set it to true.</source>
        <translation>profile：calling.has_standby 为 false，而柜员自行查看叫号的做法无法模拟。请设为 true。</translation>
    </message>
    <message>
        <source>profile: “%1” is this scenario itself. Name the profile of a branch.</source>
        <translation>profile：“%1”就是这个情景文件自身。请写网点的配置。</translation>
    </message>
    <message>
        <source>roles: choose one of %1.</source>
        <translation>roles：请从 %1 中选一个。</translation>
    </message>
    <message>
        <source>rooms: “%1” stands there twice. Keep one of them.</source>
        <translation>rooms：“%1”出现两次。请只留一个。</translation>
    </message>
    <message>
        <source>scopes need “openid”.</source>
        <translation>scopes 中须有“openid”。</translation>
    </message>
    <message>
        <source>signed_with: choose of %1.</source>
        <translation>signed_with：请从 %1 中选。</translation>
    </message>
    <message>
        <source>small letters and digits, with - or _ between, at most 32</source>
        <translation>小写字母和数字，中间可用 - 或 _，最多 32 个字符</translation>
    </message>
    <message>
        <source>staffing: a profile without hours (lasts_min) has every counter open. Remove it.</source>
        <translation>staffing：没有营业时间的配置（lasts_min）所有柜台都开着。请删去本表。</translation>
    </message>
    <message>
        <source>the first line must be %1.</source>
        <translation>第一行必须是 %1。</translation>
    </message>
    <message>
        <source>{account} is missing where the account's name belongs.</source>
        <translation>应填账号名的地方缺少 {account}。</translation>
    </message>
    <message>
        <source>“%1” is no time for the cash van. Write it as 10:00-11:30.</source>
        <translation>“%1”不是接送款的时间。请写成 10:00-11:30。</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>%1 customers an hour</source>
        <translation>每小时 %1 人</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Nobody comes</source>
        <translation>无人到来</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>A free teller takes the ticket whose waiting costs most for each minute of work; limits as in capped.</source>
        <translation>空闲柜员先办每分钟工作能减少最多等待代价的号；上限同“有上限的增长优先”。</translation>
    </message>
    <message>
        <source>Cost of waiting</source>
        <translation>按等待代价</translation>
    </message>
    <message>
        <source>Everybody gains points while waiting, some segments faster; the most points go first.</source>
        <translation>人人随等待加分，部分客群加得更快；分高的先叫。</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>先到先办</translation>
    </message>
    <message>
        <source>Growing priority</source>
        <translation>随等待增长的优先</translation>
    </message>
    <message>
        <source>Growing priority with limits</source>
        <translation>有上限的增长优先</translation>
    </message>
    <message>
        <source>Nobody is overtaken except where counters differ; people with priority need, VIPs and appointments without a guarantee wait as long as everybody.</source>
        <translation>除窗口业务不同外无人被超越；需要照顾的客户、贵宾和没有保证的预约与大家等得一样久。</translation>
    </message>
    <message>
        <source>Ordinary customers wait a little longer and come up in the end; nothing limits how often one of them is passed on the way.</source>
        <translation>普通客户多等一些，但终会轮到；途中被超越多少次没有上限。</translation>
    </message>
    <message>
        <source>Points as in growing, but whoever was passed as often as the cap allows, or has waited the maximum, goes first.</source>
        <translation>加分同“增长优先”，但被超越次数已到上限的、等到最长时限的先叫。</translation>
    </message>
    <message>
        <source>Quick matters go first, which shortens the queue; who has a long one, such as a loan, waits longer for it, up to the limits.</source>
        <translation>快的业务先办，队伍变短；贷款等耗时业务因此等得久一些，但不超过上限。</translation>
    </message>
    <message>
        <source>Strict priority</source>
        <translation>严格优先</translation>
    </message>
    <message>
        <source>The limits bind the favoured too: when the hall is full they wait longer than under growing, and ordinary customers are passed less often.</source>
        <translation>上限对优先客群同样有效：大厅满时他们比“增长优先”等得久，普通客户被超越得少。</translation>
    </message>
    <message>
        <source>The segment with the lower rank is always called first, then by arrival.</source>
        <translation>总是先叫级别靠前的客群，同级按到达先后。</translation>
    </message>
    <message>
        <source>Those ranked first hardly wait; ordinary customers pay for it, and at a busy hour one of them may be passed a dozen times and wait very long.</source>
        <translation>级别靠前的几乎不用等；代价由普通客户承担，繁忙时有人可能被超越十几次、等得很久。</translation>
    </message>
    <message>
        <source>Whoever waits longest is called.</source>
        <translation>谁等得最久就先叫谁。</translation>
    </message>
</context>
<context>
    <name>PrinterCheck</name>
    <message>
        <source>No printer is named: give --printer or set LOBBY_PRINTER.</source>
        <translation>没有指定打印机：请加 --printer 或设置 LOBBY_PRINTER。</translation>
    </message>
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
    <message>
        <source>The test slip is printed.</source>
        <translation>试打小票已打印。</translation>
    </message>
    <message>
        <source>The test slip was not printed (%1).</source>
        <translation>试打小票没有打印（%1）。</translation>
    </message>
    <message>
        <source>The test slip was sent, and the printer does not say what became of it: look.</source>
        <translation>试打小票已发送，但打印机不报告结果：请看一眼。</translation>
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
    <name>Profile</name>
    <message>
        <source>%1 could not be lived again: %2</source>
        <translation>%1 无法重演：%2</translation>
    </message>
    <message>
        <source>%1 is being lived again under this change …</source>
        <translation>正在按此变更重演 %1 ……</translation>
    </message>
    <message>
        <source>%1 lived again, before → with this change:</source>
        <translation>%1 重演，变更前 → 变更后：</translation>
    </message>
    <message>
        <source>%1, Chinese</source>
        <translation>%1（中文）</translation>
    </message>
    <message>
        <source>%1, English</source>
        <translation>%1（英文）</translation>
    </message>
    <message>
        <source>%1: mean wait %2 → %3 min, longest %4 → %5 min, over the standard %6 → %7 %, left %8 → %9</source>
        <translation>%1：平均等候 %2 → %3 分钟，最长 %4 → %5 分钟，超标 %6 → %7 %，离开 %8 → %9</translation>
    </message>
    <message>
        <source>A new change of the profile that holds.</source>
        <translation>对现行配置的新变更。</translation>
    </message>
    <message>
        <source>Another profile holds since this was begun: bring it over.</source>
        <translation>编写期间已发布另一份配置：请移到新配置上。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Bring over</source>
        <translation>移到新配置</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Choose a change, or begin a new one.</source>
        <translation>请选择一份变更，或新建一份。</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Customer groups</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>突发情况</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep this change first (Ctrl+S): it would be lost.</source>
        <translation>请先保存这项变更（Ctrl+S），否则会丢失。</translation>
    </message>
    <message>
        <source>Let this hold again</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>自助设备</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Not kept yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>One day, no interval. %1 of %2 first calls came back as recorded: trust it so far.</source>
        <translation>只是一天，没有区间。%2 次首次叫号中有 %1 次与记录一致：可信程度以此为限。</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>网点配置</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Said to it: %1</source>
        <translation>退回意见：%1</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>The reason or the text is too long, or empty.</source>
        <translation>理由或正文过长，或为空。</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Try on a day</source>
        <translation>用一天试算</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Waiting standard</source>
        <translation>等候标准</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>What changes (%1)</source>
        <translation>变更内容（%1）</translation>
    </message>
    <message>
        <source>What held</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What it lacks</source>
        <translation>欠缺之处</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Written by %1, decided by %2.</source>
        <translation>%1 编写，%2 审批。</translation>
    </message>
    <message>
        <source>Written by %1.</source>
        <translation>%1 编写。</translation>
    </message>
    <message>
        <source>a new change of the profile that holds</source>
        <translation>对现行配置新建变更</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Anonymous</source>
        <translation>不记名</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>How was our service today?</source>
        <translation>这次服务，您满意吗？</translation>
    </message>
    <message>
        <source>Nobody can be called from this pad just now.</source>
        <translation>此处暂时无法呼叫工作人员。</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Please speak to our staff</source>
        <translation>请直接找工作人员</translation>
    </message>
    <message numerus="yes">
        <source>Please take a seat nearby. Within %n minutes, usually sooner.</source>
        <translation>
            <numerusform>请在附近稍坐，%n 分钟之内会有人来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>不评价</translation>
    </message>
    <message>
        <source>Somebody comes to you</source>
        <translation>工作人员马上来</translation>
    </message>
    <message>
        <source>Speak to somebody</source>
        <translation>找人谈谈</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您</translation>
    </message>
    <message>
        <source>Thank you. What was it about?</source>
        <translation>谢谢！主要是哪方面？</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>本窗口暂停办理</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很满意</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>很不满意</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Your mark could not be recorded this time. You need not do anything.</source>
        <translation>这次评价没有记上，您不必再操作</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>%1 %2: %4: %5 there, %6 needed</source>
        <translation>%1 %2：%4：在场 %5 人，需要 %6 人</translation>
    </message>
    <message>
        <source>%1 %2: %5 at work as %4, %6 needed</source>
        <translation>%1 %2：%4 岗位有 %5 人，需要 %6 人</translation>
    </message>
    <message>
        <source>%1 %2: %5 people as %4 without a counter, room for %6</source>
        <translation>%1 %2：%4 岗位无窗口的有 %5 人，只容 %6 人</translation>
    </message>
    <message>
        <source>%1 %2: %5 people at counter %4</source>
        <translation>%1 %2：窗口 %4 有 %5 人</translation>
    </message>
    <message>
        <source>%1 %2: %5 people on a break at once, %6 at most</source>
        <translation>%1 %2：同时休息 %5 人，最多 %6 人</translation>
    </message>
    <message>
        <source>%1: %3 has had %5 hours of rest, %6 at least</source>
        <translation>%1：%3 只休息了 %5 小时，至少 %6 小时</translation>
    </message>
    <message>
        <source>%1: %3 is on leave</source>
        <translation>%1：%3 休假</translation>
    </message>
    <message>
        <source>%1: %3 is on the roster twice</source>
        <translation>%1：%3 被排了两次</translation>
    </message>
    <message>
        <source>%1: %3 may not work %4</source>
        <translation>%1：%3 不能上 %4 的班</translation>
    </message>
    <message>
        <source>%1: %3 may not work as %4</source>
        <translation>%1：%3 不能在 %4 岗位工作</translation>
    </message>
    <message>
        <source>%1: %3 works %5 days in a row, %6 at most</source>
        <translation>%1：%3 连续上班 %5 天，最多 %6 天</translation>
    </message>
    <message>
        <source>%1: %3 works %5 hours without a break, %6 at most</source>
        <translation>%1：%3 连续工作 %5 小时，最多 %6 小时</translation>
    </message>
    <message>
        <source>%1: %3, breaks (%4) are not those of the shift</source>
        <translation>%1：%3 的休息（%4）不符合该班次</translation>
    </message>
    <message>
        <source>%1: closed, but %3 works</source>
        <translation>%1：网点不营业，但 %3 上班</translation>
    </message>
    <message>
        <source>%1: nobody has staff number %3</source>
        <translation>%1：没有工号 %3 的员工</translation>
    </message>
    <message>
        <source>%4: %3 has %5, the fair part is %6</source>
        <translation>%4：%3 有 %5 次，公平份额是 %6 次</translation>
    </message>
    <message>
        <source>Week of %1: %3 works %5 days, %6 at most</source>
        <translation>%1 起的一周：%3 工作 %5 天，最多 %6 天</translation>
    </message>
    <message>
        <source>Week of %1: %3 works %5 hours, %6 at least</source>
        <translation>%1 起的一周：%3 工作 %5 小时，至少 %6 小时</translation>
    </message>
    <message>
        <source>Week of %1: %3 works %5 hours, %6 at most</source>
        <translation>%1 起的一周：%3 工作 %5 小时，最多 %6 小时</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>a member of staff called you out of order</source>
        <translation>工作人员安排您提前办理</translation>
    </message>
    <message>
        <source>by the branch's rule</source>
        <translation>按本行规则</translation>
    </message>
    <message>
        <source>came first of those waiting</source>
        <translation>在等候者中来得最早</translation>
    </message>
    <message>
        <source>chosen by a person, out of order</source>
        <translation>由人工指定，不按次序</translation>
    </message>
    <message>
        <source>goes on with a visit begun here</source>
        <translation>业务已在此开始，继续办理</translation>
    </message>
    <message>
        <source>it was your turn by the branch's rules</source>
        <translation>按本行规则轮到您</translation>
    </message>
    <message>
        <source>may not be passed over again</source>
        <translation>被超越次数已到上限</translation>
    </message>
    <message>
        <source>nearly all past the limit, a turn by the rule</source>
        <translation>多数已超时，本次按规则叫</translation>
    </message>
    <message>
        <source>nearly all past the limit, so who came first</source>
        <translation>多数已超时，先来先办</translation>
    </message>
    <message>
        <source>nobody else waited for that counter</source>
        <translation>当时没有别人在等该柜台</translation>
    </message>
    <message>
        <source>nobody else waited for this counter</source>
        <translation>没有别人在等这个柜台</translation>
    </message>
    <message>
        <source>so many had waited too long that whoever came first was called</source>
        <translation>当时多数客户等候过久，改为先来先办</translation>
    </message>
    <message>
        <source>somebody for whom the longest wait we allow was reached</source>
        <translation>一位等候已达最长时限的客户</translation>
    </message>
    <message>
        <source>somebody who had been passed over as often as we allow</source>
        <translation>一位被超越次数已到上限的客户</translation>
    </message>
    <message>
        <source>somebody who was being served already and came back</source>
        <translation>一位业务已在办理中、回来继续的客户</translation>
    </message>
    <message>
        <source>somebody whom a member of staff called out of order, for a reason on record</source>
        <translation>一位由工作人员安排提前办理的客户，原因已登记</translation>
    </message>
    <message>
        <source>somebody whom the branch's rules put first</source>
        <translation>一位按本行规则应先办理的客户</translation>
    </message>
    <message>
        <source>somebody whose booked time had come</source>
        <translation>一位预约时间已到的客户</translation>
    </message>
    <message>
        <source>that counter was free</source>
        <translation>该柜台当时空闲</translation>
    </message>
    <message>
        <source>the booked time had come</source>
        <translation>预约时间已到</translation>
    </message>
    <message>
        <source>the counter was free</source>
        <translation>柜台空闲</translation>
    </message>
    <message>
        <source>the maximum wait was reached</source>
        <translation>等候已达最长时限</translation>
    </message>
    <message>
        <source>this group's turn by the ratio</source>
        <translation>按比例轮到该类客户</translation>
    </message>
    <message>
        <source>you had been passed over as often as we allow</source>
        <translation>您被超越的次数已到上限</translation>
    </message>
    <message>
        <source>you had reached the longest wait we allow</source>
        <translation>您的等候已达最长时限</translation>
    </message>
    <message>
        <source>you had waited longest of those waiting for that counter</source>
        <translation>在等该柜台的客户中，您等得最久</translation>
    </message>
    <message>
        <source>your booked time had come</source>
        <translation>您的预约时间已到</translation>
    </message>
    <message>
        <source>your visit had begun there</source>
        <translation>您的业务已在该柜台开始</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>SimReport</name>
    <message>
        <source>%1, %2 seats</source>
        <translation>%1，%2 个座位</translation>
    </message>
    <message>
        <source>A room was asked for, times a day</source>
        <translation>每天需用房间，次</translation>
    </message>
    <message>
        <source>A supervisor was asked for, times a day</source>
        <translation>每天请主管授权，次</translation>
    </message>
    <message>
        <source>A wait runs from the ticket, or the booked time when that is later, to the first call. Means are over all customers, not over days.</source>
        <translation>等待从取号（预约时间更晚时从预约时间）起，到第一次叫号止。平均值按全部客户计算，不按日计算。</translation>
    </message>
    <message>
        <source>All variants meet the same customers with the same draws, and differences are taken day by day. Many differences are shown: one in twenty would look real by chance.</source>
        <translation>各方案面对同样的客户和同样的随机数，差异逐日相减得出。这里列出许多差异：每二十个中会有一个因偶然而显得真实。</translation>
    </message>
    <message>
        <source>Appointments, on time</source>
        <translation>按时到的预约客户</translation>
    </message>
    <message>
        <source>Asked for a mean wait to within %1 of itself: after %3 days it is %2. Allow more days.</source>
        <translation>要求平均等待的误差不超过其 %1：%3 天后为 %2。请允许更多天数。</translation>
    </message>
    <message>
        <source>Asked for a mean wait to within %1 of itself: reached %2 after %3 days.</source>
        <translation>要求平均等待的误差不超过其 %1：%3 天后达到 %2。</translation>
    </message>
    <message>
        <source>Asked for differences to within %1 of the base's mean wait: it is %2. Allow more days.</source>
        <translation>要求差值精确到基准平均等待的 %1：目前为 %2。请增加模拟天数。</translation>
    </message>
    <message>
        <source>Asked for differences to within %1 of the base's mean wait: reached %2.</source>
        <translation>要求差值精确到基准平均等待的 %1：已达到 %2。</translation>
    </message>
    <message>
        <source>Behind the counters</source>
        <translation>柜台之后</translation>
    </message>
    <message>
        <source>By half-hour of arrival</source>
        <translation>按到达的半小时</translation>
    </message>
    <message>
        <source>By score alone</source>
        <translation>只按得分</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>按客户类别</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>按业务</translation>
    </message>
    <message>
        <source>Cash work at all counters a day, min</source>
        <translation>各柜台每天钱款清点，分钟</translation>
    </message>
    <message>
        <source>Cash work, min</source>
        <translation>钱款清点，分钟</translation>
    </message>
    <message>
        <source>Compared on the same days</source>
        <translation>在相同日子上比较</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Customers a day</source>
        <translation>每日客户数</translation>
    </message>
    <message>
        <source>Days simulated: %1 (type of day: %2, seed %3).</source>
        <translation>模拟天数：%1（日类型：%2，种子 %3）。</translation>
    </message>
    <message>
        <source>Difference of mean wait, min</source>
        <translation>平均等待之差（分钟）</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Found no seat</source>
        <translation>没有座位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>客户群</translation>
    </message>
    <message>
        <source>Half-hour</source>
        <translation>半小时</translation>
    </message>
    <message>
        <source>How these figures are made</source>
        <translation>这些数字如何得出</translation>
    </message>
    <message>
        <source>In the hall</source>
        <translation>大厅内</translation>
    </message>
    <message>
        <source>Kiosks</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Left before the call</source>
        <translation>叫号前离开</translation>
    </message>
    <message>
        <source>Lived by the compiled kernel.</source>
        <translation>由编译内核逐日模拟。</translation>
    </message>
    <message>
        <source>Lived by the reference model (SimPy): %1.</source>
        <translation>由参考模型（SimPy）逐日模拟：%1。</translation>
    </message>
    <message>
        <source>Longest wait first</source>
        <translation>等得最久的先叫</translation>
    </message>
    <message>
        <source>Mean wait in minutes, by service and half-hour</source>
        <translation>平均等待（分钟），按业务和半小时</translation>
    </message>
    <message>
        <source>Mean wait, min</source>
        <translation>平均等待（分钟）</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Most in a day</source>
        <translation>一日最多</translation>
    </message>
    <message>
        <source>Needed a ticket after all, of these</source>
        <translation>其中仍需取号</translation>
    </message>
    <message>
        <source>Nine of ten wait at most, min</source>
        <translation>十人中九人等待不超过（分钟）</translation>
    </message>
    <message>
        <source>No rule for overload</source>
        <translation>无过载规则</translation>
    </message>
    <message>
        <source>Offered a machine</source>
        <translation>获荐自助设备</translation>
    </message>
    <message>
        <source>On foot to the counter, m</source>
        <translation>步行至柜台（米）</translation>
    </message>
    <message>
        <source>On foot to the counter, s</source>
        <translation>步行至柜台（秒）</translation>
    </message>
    <message>
        <source>One day with given customers.</source>
        <translation>给定客户的一日。</translation>
    </message>
    <message>
        <source>Overtaken, times</source>
        <translation>被越过次数</translation>
    </message>
    <message>
        <source>Queueing theory, with everybody in one line before equal counters and exponential service: mean wait %1 min. Skills kept apart and uneven loads make a real day longer.</source>
        <translation>排队论（所有人排一队、窗口相同、服务时间为指数分布）：平均等待 %1 分钟。业务分窗和负荷不均会使实际等待更长。</translation>
    </message>
    <message>
        <source>Serving share of open time</source>
        <translation>服务占开放时间的比例</translation>
    </message>
    <message>
        <source>Share over %1 min</source>
        <translation>超过 %1 分钟的比例</translation>
    </message>
    <message>
        <source>Share over, min</source>
        <translation>超过此分钟数的比例</translation>
    </message>
    <message>
        <source>Simulated days</source>
        <translation>模拟日</translation>
    </message>
    <message>
        <source>Taking turns</source>
        <translation>轮流叫号</translation>
    </message>
    <message>
        <source>The course of the day</source>
        <translation>一日走势</translation>
    </message>
    <message>
        <source>The most people at once, by half-hour</source>
        <translation>各时段同时最多人数（半小时）</translation>
    </message>
    <message>
        <source>The scenario's figures are estimates: they alone leave the mean wait uncertain by ± %1 min, more than the simulated days do (± %2 min). More recorded days will help, more simulated days will not.</source>
        <translation>场景中的数字是估计值：仅此一项就使平均等待有 ± %1 分钟的不确定，超过模拟日带来的 ± %2 分钟。记录更多日子有用，模拟更多日子没有用。</translation>
    </message>
    <message>
        <source>The scenario's figures are estimates: they leave the mean wait uncertain by ± %1 min, besides the ± %2 min of the simulated days.</source>
        <translation>场景中的数字是估计值：它们使平均等待有 ± %1 分钟的不确定，此外模拟日带来 ± %2 分钟。</translation>
    </message>
    <message>
        <source>Time at machines a day, min</source>
        <translation>每日自助设备使用时长（分钟）</translation>
    </message>
    <message>
        <source>Took it, of these</source>
        <translation>其中采纳</translation>
    </message>
    <message>
        <source>Turned round at the ticket</source>
        <translation>取号后随即离开</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Wait for a room, min</source>
        <translation>等候房间，分钟</translation>
    </message>
    <message>
        <source>Wait for a supervisor, min</source>
        <translation>等候主管，分钟</translation>
    </message>
    <message>
        <source>Wait in minutes, by half-hour of arrival</source>
        <translation>等待时间（分钟），按到达的半小时</translation>
    </message>
    <message>
        <source>Waiting at once, people</source>
        <translation>同时等候人数</translation>
    </message>
    <message>
        <source>Waiting at once: customers who wait for their first call, the mean over the half-hour. They take so many seats when everybody sits down.</source>
        <translation>同时等候：等待第一次叫号的客户数，取半小时内的平均。若人人就座，就需要这么多座位。</translation>
    </message>
    <message>
        <source>bands: 95 % confidence</source>
        <translation>色带：95 % 置信</translation>
    </message>
    <message>
        <source>first limit</source>
        <translation>第一时限</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>更长</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>nine of ten wait at most</source>
        <translation>十人中九人不超过</translation>
    </message>
    <message>
        <source>nobody came</source>
        <translation>无人到达</translation>
    </message>
    <message>
        <source>not shown to differ</source>
        <translation>未显示有差异</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>shorter</source>
        <translation>更短</translation>
    </message>
    <message>
        <source>± is the half-width of the 95 % confidence interval over independent simulated days. It tells the chance of days, not whether the scenario is right.</source>
        <translation>± 是按相互独立的模拟日得出的 95 % 置信区间的半宽。它说明日子的偶然性，不说明场景本身是否正确。</translation>
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
        <source>Appointment</source>
        <translation>预约单</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预约于</translation>
    </message>
    <message>
        <source>COPY %1</source>
        <translation>第 %1 次打印</translation>
    </message>
    <message>
        <source>Check in at the kiosk with it, %1</source>
        <translation>%1 到取号机凭码签到</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>预约码</translation>
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
        <source>On your phone when we are back online</source>
        <translation>联网恢复后可用手机查看</translation>
    </message>
    <message>
        <source>Our server is away. This number counts, from %1 on</source>
        <translation>服务器暂时断开，本号自 %1 起有效</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>%n things to touch</source>
        <translation>
            <numerusform>有 %n 项可以点</numerusform>
        </translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>再读一遍</translation>
    </message>
    <message>
        <source>Speech is on, and others may hear it. Touch something to hear what it is, touch it again to choose it</source>
        <translation>语音已打开，旁人可能听到。先点一下，听听是什么；再点一下，就是选它</translation>
    </message>
    <message>
        <source>Speech off</source>
        <translation>关闭语音</translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation>音量 %1（最大 %2）</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不能选</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>being looked into</source>
        <translation>调查中</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>编写中</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>carried out</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>已签到</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已并入其他工单</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>已过时未到</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>已暂挂</translation>
    </message>
    <message>
        <source>received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>Surveys</name>
    <message>
        <source>%1 satisfied, mean %2</source>
        <translation>%1 满意，平均 %2 分</translation>
    </message>
    <message>
        <source>%1: %2 of %3 answered, %4 asked</source>
        <translation>%1：%3 位中 %2 位作答，询问 %4 位</translation>
    </message>
    <message>
        <source>%1: asked, percent</source>
        <translation>%1：询问比例（%）</translation>
    </message>
    <message>
        <source>5 very good … 1 very poor</source>
        <translation>5 很好 … 1 很差</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>调查活动</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Enter answers</source>
        <translation>录入答卷</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Give at least one question a mark.</source>
        <translation>请至少给一个问题评分。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No campaign asks anybody in this quarter: one is due.</source>
        <translation>本季度还没有调查活动：应开展一次。</translation>
    </message>
    <message>
        <source>No campaign yet.</source>
        <translation>还没有调查活动。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start a campaign</source>
        <translation>开始调查</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>调查</translation>
    </message>
    <message>
        <source>Write days like 2026-12-31 and shares from 0 to 100.</source>
        <translation>日期请按 2026-12-31 的格式填写，比例填 0 至 100。</translation>
    </message>
    <message>
        <source>another campaign</source>
        <translation>另一个活动</translation>
    </message>
    <message>
        <source>answered of all customers; the target is %1</source>
        <translation>作答客户占全部客户的比例；目标 %1</translation>
    </message>
    <message>
        <source>asks now</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>end the campaign</source>
        <translation>结束调查</translation>
    </message>
    <message>
        <source>enter what was answered on paper or by telephone</source>
        <translation>录入纸质或电话答卷</translation>
    </message>
    <message>
        <source>fewer than %1 answers</source>
        <translation>答卷少于 %1 份</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>no customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>start a campaign</source>
        <translation>开始一次调查</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>%1 (%2 min)</source>
        <translation>%1（等了 %2 分）</translation>
    </message>
    <message>
        <source>%1 (%2 min), before %3</source>
        <translation>%1（等了 %2 分），先于 %3</translation>
    </message>
    <message>
        <source>%1 A customer at %2 asks for help</source>
        <translation>%1 取号机 %2 有客户求助</translation>
    </message>
    <message numerus="yes">
        <source>%1 A customer at %2 asks for help, and %n more</source>
        <translation>
            <numerusform>%1 取号机 %2 有客户求助，另有 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks for this counter. F12 opens it.</source>
        <translation>%1 请您开柜，按 F12 恢复。</translation>
    </message>
    <message>
        <source>%1 closes when this visit ends. Those who wait are called by the others.</source>
        <translation>办完这一位后%1关柜。等候的客户由其他柜台叫。</translation>
    </message>
    <message>
        <source>%1 comes along</source>
        <translation>%1 同来</translation>
    </message>
    <message>
        <source>%1 ends as: %2. Nobody is called until you press F2.</source>
        <translation>%1 记为“%2”并办结。按 F2 才叫下一位。</translation>
    </message>
    <message>
        <source>%1 goes on calling after this customer.</source>
        <translation>办完这一位后，%1继续叫号。</translation>
    </message>
    <message>
        <source>%1 is called here again.</source>
        <translation>本柜恢复叫%1。</translation>
    </message>
    <message>
        <source>%1 is called here no longer, until you switch it on.</source>
        <translation>本柜不再叫%1，直到您恢复。</translation>
    </message>
    <message>
        <source>%1 is called now, before its turn; reason and your name are kept.</source>
        <translation>现在提前叫 %1；原因和您的工号会留存。</translation>
    </message>
    <message>
        <source>%1 is still here</source>
        <translation>%1 还在办理</translation>
    </message>
    <message>
        <source>%1 keeps its number and its place, and only %2 calls it.</source>
        <translation>%1 号码和次序不变，只由%2叫号。</translation>
    </message>
    <message>
        <source>%1 keeps its number and waits for: %2.</source>
        <translation>%1 号码不变，等候办理：%2。</translation>
    </message>
    <message>
        <source>%1 keeps its place and is not called before that. The phone page says so.</source>
        <translation>%1 次序保留，到时之前不叫。手机页会显示。</translation>
    </message>
    <message>
        <source>%1 may have no slip: %2</source>
        <translation>%1 可能没有拿到小票：%2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 on hold, %2 missed</source>
        <translation>挂起 %1，过号 %2</translation>
    </message>
    <message>
        <source>%1 pauses (%2) when this visit ends, and calls nobody else before.</source>
        <translation>办完这一位后%1暂停（%2），其间不再叫号。</translation>
    </message>
    <message>
        <source>%1 pauses (%2). Nobody is called here until you resume; those who wait keep their place.</source>
        <translation>%1暂停（%2）。恢复之前不叫号，等候的人顺序不变。</translation>
    </message>
    <message>
        <source>%1 stays with this counter; sign in again to finish it.</source>
        <translation>%1 仍留在本柜，重新登录后可继续办理。</translation>
    </message>
    <message>
        <source>%1 steps aside and keeps its place. F9 takes it back.</source>
        <translation>%1 暂离窗口，次序保留。按 F9 让它回来。</translation>
    </message>
    <message>
        <source>%1 steps aside and keeps its place. F9 takes it back; else it waits again in %2 min.</source>
        <translation>%1 暂离窗口，次序保留。按 F9 让它回来；否则 %2 分钟后自动重新等候。</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits again as if it had come %n min ago. This works once for a ticket.</source>
        <translation>
            <numerusform>%1 号重新等候，按已等 %n 分钟排队。每张票只能重排一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits again as if it had just come. This works once for a ticket.</source>
        <translation>%1 号重新等候，按刚到排队。每张票只能重排一次。</translation>
    </message>
    <message>
        <source>%1 waits again in its old place.</source>
        <translation>%1 回到原来的次序等候。</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 与 %2 一起</translation>
    </message>
    <message>
        <source>%1 · served here</source>
        <translation>%1 · 本柜办理</translation>
    </message>
    <message>
        <source>%1 · switched off</source>
        <translation>%1 · 已停办</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>%1, by the rule (%2 min)</source>
        <translation>%1，按本行规则（等了 %2 分）</translation>
    </message>
    <message numerus="yes">
        <source>%1, by the rule (%2 min), before %n who came earlier: %3</source>
        <translation>
            <numerusform>%1，按本行规则（等了 %2 分），先于早到的 %n 位：%3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hard of hearing</source>
        <translation>%1，听力不便</translation>
    </message>
    <message>
        <source>%2 is not called here: you do not hold the certificate “%1”.</source>
        <translation>您没有“%1”证书，本柜台不叫“%2”。</translation>
    </message>
    <message>
        <source>%2 is not called here: your certificate “%1” ended %3.</source>
        <translation>您的“%1”证书已于 %3 到期，本柜台不再叫“%2”。</translation>
    </message>
    <message numerus="yes">
        <source>%n min later than promised</source>
        <translation>
            <numerusform>比承诺晚 %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n 次未到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for this counter</source>
        <translation>
            <numerusform>%n 人在等本柜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ratings</source>
        <translation>
            <numerusform>%n 次评价</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transactions</source>
        <translation>
            <numerusform>共 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Account of the bank</source>
        <translation>行内账号</translation>
    </message>
    <message>
        <source>After a cut the window shows what really happened: look before you press again.</source>
        <translation>恢复后窗口显示实际结果：先看清再按键。</translation>
    </message>
    <message>
        <source>As it was at %1</source>
        <translation>%1 时的情况</translation>
    </message>
    <message>
        <source>Asked for by the lobby lead: %1</source>
        <translation>大堂经理请开柜：%1</translation>
    </message>
    <message>
        <source>Back about</source>
        <translation>约几点回来</translation>
    </message>
    <message>
        <source>Back...</source>
        <translation>回来了…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Call %1 later</source>
        <translation>稍后叫 %1</translation>
    </message>
    <message>
        <source>Call %1 out of order</source>
        <translation>提前叫 %1</translation>
    </message>
    <message>
        <source>Call later</source>
        <translation>稍后叫</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message numerus="yes">
        <source>Called, recalled %n times</source>
        <translation>
            <numerusform>已呼叫，重呼 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Calling goes on when it is back.</source>
        <translation>恢复后继续叫号。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结束办理</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>办结 %1</translation>
    </message>
    <message>
        <source>Close and call next</source>
        <translation>办结并叫下一位</translation>
    </message>
    <message>
        <source>Close as...</source>
        <translation>办结为…</translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation>关柜</translation>
    </message>
    <message>
        <source>Close the visit</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Close the window all the same?</source>
        <translation>仍要关闭窗口吗？</translation>
    </message>
    <message>
        <source>Close, then pause</source>
        <translation>办结，然后暂停</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关柜</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>正在办结</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号柜台</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Do not wait for the browser</source>
        <translation>不再等待浏览器</translation>
    </message>
    <message>
        <source>End of work: close the counter</source>
        <translation>收工：关柜</translation>
    </message>
    <message>
        <source>Finish with your customer: F4, F5, F2 and Del are kept and told later.</source>
        <translation>请把当前客户办完：F4、F5、F2、Del 会先存下，稍后上报。</translation>
    </message>
    <message>
        <source>Finish with your customer: it is kept and told later.</source>
        <translation>请先办完当前客户，结果已保存，稍后上报。</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Further counters and services.</source>
        <translation>其余窗口和业务。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hold %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>Hold...</source>
        <translation>挂起…</translation>
    </message>
    <message>
        <source>How did it end? A digit closes at once.</source>
        <translation>办理结果？按数字立即办结。</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>已办理</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>客户已到</translation>
    </message>
    <message>
        <source>Last customer %1, then a pause</source>
        <translation>%1 是最后一位，之后暂停</translation>
    </message>
    <message>
        <source>Last visits</source>
        <translation>最近办结</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>晚些</translation>
    </message>
    <message>
        <source>Later...</source>
        <translation>稍后叫…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Likely next</source>
        <translation>大约下一位</translation>
    </message>
    <message>
        <source>Looking for the branch server ...</source>
        <translation>正在连接网点服务器…</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>我的今天</translation>
    </message>
    <message>
        <source>Next need</source>
        <translation>下一需求</translation>
    </message>
    <message>
        <source>No branch server since %1.</source>
        <translation>%1 起网点服务器没有应答。</translation>
    </message>
    <message>
        <source>No connection %1</source>
        <translation>断线 %1</translation>
    </message>
    <message>
        <source>No pause after all</source>
        <translation>不暂停了</translation>
    </message>
    <message>
        <source>No server answers since %1.</source>
        <translation>%1 起没有服务器应答。</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Nobody is called until a server is back; the line above the list says when.</source>
        <translation>服务器恢复前不叫号；列表上方写着何时恢复。</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>没有人等候。</translation>
    </message>
    <message>
        <source>Not at this counter (skill or reserved)</source>
        <translation>本柜不办（技能或预留）</translation>
    </message>
    <message>
        <source>Not before? Choose with a digit.</source>
        <translation>多久以后再叫？按数字选择。</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>一切不变。</translation>
    </message>
    <message>
        <source>Noting</source>
        <translation>正在记录</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>One key a customer is enough: F2. Everything else only when it is needed.</source>
        <translation>每位客户一个键就够：F2。其他键需要时才用。</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>开启%1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在开柜</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>叫号规则</translation>
    </message>
    <message>
        <source>Outcome: %1 · calling goes on when a server is back</source>
        <translation>结果：%1 · 服务器恢复后继续叫号</translation>
    </message>
    <message>
        <source>Outcome: %1 · then %2</source>
        <translation>结果记“%1” · 接着%2</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>被越过</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停%1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused for</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>People wait for you</source>
        <translation>等你的人</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一张</translation>
    </message>
    <message>
        <source>Promised and needed</source>
        <translation>承诺与注意</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Remind me at</source>
        <translation>提醒时间</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Said at the kiosk</source>
        <translation>取号时说</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Serve both together?</source>
        <translation>两张票一起办吗？</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Services of %1</source>
        <translation>%1的业务</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Sign in and open the counter</source>
        <translation>登录并开柜</translation>
    </message>
    <message>
        <source>Sign in in the browser that opens.</source>
        <translation>请在打开的浏览器中登录。</translation>
    </message>
    <message>
        <source>Sign in with staff number and PIN</source>
        <translation>用工号和 PIN 码登录</translation>
    </message>
    <message>
        <source>Sign in with the bank's account</source>
        <translation>用行内账号登录</translation>
    </message>
    <message>
        <source>Sign in with the bank's account in the browser</source>
        <translation>在浏览器中用行内账号登录</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>早些</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Stand-in since %1</source>
        <translation>备用服务器 %1 起</translation>
    </message>
    <message>
        <source>Standing by</source>
        <translation>待客</translation>
    </message>
    <message>
        <source>Stay with %1</source>
        <translation>继续办理 %1</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>窄条</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>重新排队</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>柜员</translation>
    </message>
    <message>
        <source>Teller card</source>
        <translation>柜员卡片</translation>
    </message>
    <message>
        <source>Teller – Branch Lobby</source>
        <translation>柜员 – Branch Lobby</translation>
    </message>
    <message>
        <source>The branch server is tried again in about %1 s.</source>
        <translation>约 %1 秒后再试网点服务器。</translation>
    </message>
    <message>
        <source>The branch server may not decide yet.</source>
        <translation>网点服务器暂时还不能叫号。</translation>
    </message>
    <message>
        <source>The keys of this desk</source>
        <translation>本台按键</translation>
    </message>
    <message>
        <source>The lobby lead</source>
        <translation>大堂经理</translation>
    </message>
    <message>
        <source>The order in which this counter would call now</source>
        <translation>本柜此刻的叫号顺序</translation>
    </message>
    <message>
        <source>The stand-in answers and is about to lead.</source>
        <translation>备用服务器已应答，即将接管。</translation>
    </message>
    <message>
        <source>The stand-in takes over in about %1 s.</source>
        <translation>约 %1 秒后由备用服务器接管。</translation>
    </message>
    <message>
        <source>Then pause</source>
        <translation>办完暂停</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>票号</translation>
    </message>
    <message>
        <source>Time each</source>
        <translation>每笔用时</translation>
    </message>
    <message>
        <source>To have ready</source>
        <translation>需备材料</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>一起办</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Transfer %1</source>
        <translation>转办 %1</translation>
    </message>
    <message>
        <source>Transfer...</source>
        <translation>转办…</translation>
    </message>
    <message>
        <source>Type your account and its password.</source>
        <translation>请输入账号和密码。</translation>
    </message>
    <message>
        <source>Type your staff number and your PIN (at least %1 digits).</source>
        <translation>请输入工号和密码（至少 %1 位数字）。</translation>
    </message>
    <message>
        <source>Visits served</source>
        <translation>已办笔数</translation>
    </message>
    <message>
        <source>Waited for you at %1</source>
        <translation>%1 时等您的人</translation>
    </message>
    <message>
        <source>Waited, min</source>
        <translation>已等 分</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>要办</translation>
    </message>
    <message>
        <source>What %1 wants is added to %2 and called no more by itself.</source>
        <translation>%1 要办的并入 %2，不再单独叫号。</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>When no server answers</source>
        <translation>没有服务器应答时</translation>
    </message>
    <message>
        <source>Where to? Choose with a digit.</source>
        <translation>转到哪里？按数字选择。</translation>
    </message>
    <message>
        <source>Which one off or on? Choose with a digit.</source>
        <translation>停办或恢复哪一项？按数字选择。</translation>
    </message>
    <message>
        <source>Who is back? Choose with a digit.</source>
        <translation>谁回来了？按数字选择。</translation>
    </message>
    <message>
        <source>Who is back? The first %1 of %2; choose with a digit.</source>
        <translation>谁回来了？共 %2 位，列出前 %1 位，按数字选择。</translation>
    </message>
    <message>
        <source>Whole window (F11)</source>
        <translation>完整窗口（F11）</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>为何叫 %1</translation>
    </message>
    <message>
        <source>Why? Choose with a digit.</source>
        <translation>原因？按数字选择。</translation>
    </message>
    <message>
        <source>Your certificate “%1” ends %3. Then %2 is not called here.</source>
        <translation>您的“%1”证书将于 %3 到期，届时本柜台不再叫“%2”。</translation>
    </message>
    <message>
        <source>a service off or on at this counter</source>
        <translation>本柜停办或恢复一项业务</translation>
    </message>
    <message>
        <source>a strip above other programs instead of the window</source>
        <translation>收成窄条，停在其他程序上方</translation>
    </message>
    <message>
        <source>after this customer</source>
        <translation>办完这一位后</translation>
    </message>
    <message>
        <source>already started</source>
        <translation>已开始计时</translation>
    </message>
    <message>
        <source>also has %1</source>
        <translation>另有 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>announce it again</source>
        <translation>再播报一次</translation>
    </message>
    <message>
        <source>arrived %1, waited %2 min</source>
        <translation>%1 到，等了 %2 分</translation>
    </message>
    <message>
        <source>as your role may see it</source>
        <translation>按柜员权限显示</translation>
    </message>
    <message>
        <source>back about %1</source>
        <translation>约 %1 回来</translation>
    </message>
    <message>
        <source>booked for %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>call again later, in some minutes</source>
        <translation>过几分钟再叫</translation>
    </message>
    <message>
        <source>call again on the board</source>
        <translation>在显示屏上再叫一次</translation>
    </message>
    <message>
        <source>called later</source>
        <translation>稍后叫</translation>
    </message>
    <message>
        <source>calling begins with the next press</source>
        <translation>再按一次开始叫号</translation>
    </message>
    <message>
        <source>came first of the %1 waiting for this counter (%2 min); nobody passed over</source>
        <translation>本柜可办的 %1 张票中最先到（等了 %2 分），无人被越过</translation>
    </message>
    <message>
        <source>came while this counter was free, so called at once</source>
        <translation>到达时本柜空闲，立即叫号</translation>
    </message>
    <message>
        <source>choose outcome 1–%1</source>
        <translation>选结果 1–%1</translation>
    </message>
    <message>
        <source>close the counter and sign out</source>
        <translation>关柜并退出登录</translation>
    </message>
    <message>
        <source>close the present visit as usual and call the next</source>
        <translation>按常规结果办结，并叫下一位</translation>
    </message>
    <message>
        <source>close with another outcome, then a digit</source>
        <translation>按其他结果办结，再按数字</translation>
    </message>
    <message>
        <source>counter or service</source>
        <translation>窗口或业务</translation>
    </message>
    <message>
        <source>customer is here</source>
        <translation>客户已到</translation>
    </message>
    <message>
        <source>customer is here (F2 implies it); once served, the next need of the ticket</source>
        <translation>客户已到（按 F2 即含此意）；办理中则办下一项</translation>
    </message>
    <message>
        <source>does not hear well: wave, or walk over</source>
        <translation>听力不便：请招手或走过去叫</translation>
    </message>
    <message>
        <source>frees the counter</source>
        <translation>柜台转为空闲</translation>
    </message>
    <message>
        <source>hears little: face them</source>
        <translation>听力弱：面对面说</translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>in some minutes</source>
        <translation>几分钟后再叫</translation>
    </message>
    <message>
        <source>keeps the place</source>
        <translation>保留次序</translation>
    </message>
    <message>
        <source>key received, waiting for the server</source>
        <translation>已收到按键，等服务器答复</translation>
    </message>
    <message>
        <source>likely %1, %2, waiting %3 min</source>
        <translation>大约是 %1 %2，已等 %3 分</translation>
    </message>
    <message numerus="yes">
        <source>longest %n min</source>
        <translation>
            <numerusform>最久 %n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest wait %n min</source>
        <translation>
            <numerusform>最久等了 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>look after it now</source>
        <translation>现在请跟进</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>missed at %1</source>
        <translation>%1 过号</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>没带：%1</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>no connection: comes back by itself</source>
        <translation>断线，恢复后自动可用</translation>
    </message>
    <message>
        <source>no-show, after the recalls that the branch asks for</source>
        <translation>未到：按规定重呼之后可用</translation>
    </message>
    <message>
        <source>nobody called</source>
        <translation>没有呼叫中的票</translation>
    </message>
    <message>
        <source>nobody is away</source>
        <translation>没有挂起或过号的</translation>
    </message>
    <message>
        <source>nobody is called here until you open it</source>
        <translation>开柜之前本柜不叫号</translation>
    </message>
    <message>
        <source>nobody is called here until you resume</source>
        <translation>恢复之前本柜不叫号</translation>
    </message>
    <message>
        <source>nobody is called until a server is back</source>
        <translation>服务器恢复前不叫号</translation>
    </message>
    <message>
        <source>nobody served</source>
        <translation>没有在办的票</translation>
    </message>
    <message>
        <source>nobody waits for this counter</source>
        <translation>没有人等本柜</translation>
    </message>
    <message>
        <source>nobody waits: the next to come is called here</source>
        <translation>现在没有人等，来人即叫到本柜</translation>
    </message>
    <message>
        <source>none closed here yet</source>
        <translation>还没有办结</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>不说明</translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing to bring</source>
        <translation>无需材料</translation>
    </message>
    <message>
        <source>of %1 in the lobby</source>
        <translation>大厅共 %1 人</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>other counters, same mix: %1</source>
        <translation>其他柜台同类业务：%1</translation>
    </message>
    <message numerus="yes">
        <source>passed over %n times</source>
        <translation>
            <numerusform>被越过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>pause with reason and return, or after this customer</source>
        <translation>选原因与返回时间暂停，或办完这一位后暂停</translation>
    </message>
    <message>
        <source>pause: %1</source>
        <translation>暂停：%1</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>planned for these services: %1</source>
        <translation>同样业务计划 %1 分</translation>
    </message>
    <message>
        <source>promise kept: %1</source>
        <translation>守约：%1</translation>
    </message>
    <message>
        <source>put aside for a reason, then a digit</source>
        <translation>挂起，按数字选原因</translation>
    </message>
    <message numerus="yes">
        <source>recall %n times first</source>
        <translation>
            <numerusform>重呼 %n 次后可用</numerusform>
        </translation>
    </message>
    <message>
        <source>recall once first</source>
        <translation>重呼 1 次后可用</translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation>
            <numerusform>已重呼 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>reminder at %1</source>
        <translation>%1 提醒</translation>
    </message>
    <message>
        <source>send on to a counter or a service</source>
        <translation>转到其他窗口或业务</translation>
    </message>
    <message>
        <source>sent on</source>
        <translation>已转出</translation>
    </message>
    <message>
        <source>share from %1 on</source>
        <translation>满 %1 次起显示比例</translation>
    </message>
    <message>
        <source>since sign-in at %1; only you see this</source>
        <translation>自 %1 登录起，只给本人看</translation>
    </message>
    <message>
        <source>speaks English</source>
        <translation>讲英语</translation>
    </message>
    <message>
        <source>standard ≥ %1 %</source>
        <translation>标准 ≥ %1 %</translation>
    </message>
    <message>
        <source>standing by for %1</source>
        <translation>已待客 %1</translation>
    </message>
    <message>
        <source>standing by: the next to come is called here</source>
        <translation>待客中，来人即叫到本柜</translation>
    </message>
    <message>
        <source>starts the clock</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>the list of all keys</source>
        <translation>全部按键</translation>
    </message>
    <message numerus="yes">
        <source>the only one waiting for this counter, for %n min</source>
        <translation>
            <numerusform>等本柜的只有这一位，等了 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>then F2 calls the next customer</source>
        <translation>然后按 F2 叫下一位</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>再办：%1</translation>
    </message>
    <message>
        <source>this counter closes</source>
        <translation>本柜关柜</translation>
    </message>
    <message>
        <source>this counter is free for %1</source>
        <translation>本柜已空闲 %1</translation>
    </message>
    <message>
        <source>to the card of the customer</source>
        <translation>到客户卡片</translation>
    </message>
    <message>
        <source>to the list; arrows move, Enter calls or takes along</source>
        <translation>到列表；方向键移动，回车叫号或同办</translation>
    </message>
    <message>
        <source>to the next key; Enter or Space presses it</source>
        <translation>到下一个按键，回车或空格按下</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>到 %1</translation>
    </message>
    <message>
        <source>usual %1 min</source>
        <translation>通常 %1 分</translation>
    </message>
    <message>
        <source>wait for you</source>
        <translation>人在等您</translation>
    </message>
    <message>
        <source>waits again at %1</source>
        <translation>%1 重新等候</translation>
    </message>
    <message>
        <source>who was put aside or missed the call waits again</source>
        <translation>挂起或过号的客户重新等候</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>同来：%1</translation>
    </message>
</context>
<context>
    <name>Tomorrow</name>
    <message>
        <source>%1 changes counters at %2.</source>
        <translation>%1 换窗口：%2。</translation>
    </message>
    <message>
        <source>%1 goes to the cash van at %2.</source>
        <translation>%1 于 %2 去接送款。</translation>
    </message>
    <message>
        <source>%1 has lunch at %2 instead of %3.</source>
        <translation>%1 改在 %2 用餐，原为 %3。</translation>
    </message>
    <message>
        <source>%1 sits at counter %2 instead of %3.</source>
        <translation>%1 改坐 %2 号窗口，原为 %3 号。</translation>
    </message>
    <message>
        <source>%1, if nobody does anything: mean wait %2 min, %3 wait over %4 min, %5 go unserved, the day costs %6 %7.</source>
        <translation>%1，如不调整：平均等候 %2 分钟，%3 等候超过 %4 分钟，%5 人未办离开，当天成本 %6 %7。</translation>
    </message>
    <message>
        <source>&gt; %1 min
points</source>
        <translation>&gt; %1 分钟
百分点</translation>
    </message>
    <message>
        <source>Borrow somebody for counter %1 all day, lunch at %2.</source>
        <translation>借调一人全天坐 %1 号窗口，%2 用餐。</translation>
    </message>
    <message>
        <source>Borrow somebody for counter %1 all day.</source>
        <translation>借调一人全天坐 %1 号窗口。</translation>
    </message>
    <message>
        <source>By chance alone it could be no better than doing nothing.</source>
        <translation>差别可能只是偶然，未必比不调整好。</translation>
    </message>
    <message>
        <source>Cut short: the best so far.</source>
        <translation>提前结束：目前最好的方案。</translation>
    </message>
    <message>
        <source>Differences to doing nothing on %1 fresh days, the same customers; ± half-width of the 95 % interval. %2 plans looked at in %3 s.</source>
        <translation>与不调整相比，在 %1 个未用于搜索的模拟日、同样的客户；± 为 95 % 区间半宽。%3 秒内比较了 %2 个方案。</translation>
    </message>
    <message>
        <source>No plan keeps everything that has to be kept. Allow borrowing, or fewer at counters.</source>
        <translation>没有方案能满足全部要求。请允许借调，或减少在岗人数。</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <source>That breaks what has to be kept (people at counters, dual control, lunches).</source>
        <translation>这样不合要求（在岗人数、双人管控、用餐）。</translation>
    </message>
    <message>
        <source>cost a day
%1</source>
        <translation>每天成本
%1</translation>
    </message>
    <message>
        <source>mean wait
min</source>
        <translation>平均等候
分钟</translation>
    </message>
    <message>
        <source>other counters</source>
        <translation>调整窗口</translation>
    </message>
    <message>
        <source>other times</source>
        <translation>调整时间</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>somebody lent</source>
        <translation>借调一人</translation>
    </message>
    <message>
        <source>unserved
a day</source>
        <translation>未办离开
每天</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>%1: about %2 min quicker than the counter</source>
        <translation>%1：比柜台快约 %2 分钟</translation>
    </message>
    <message>
        <source>%1: the counters cannot do this now</source>
        <translation>%1：窗口暂停办理此业务</translation>
    </message>
    <message>
        <source>%1: works with what you have here</source>
        <translation>%1：用现有材料就能办</translation>
    </message>
    <message>
        <source>Appointment %1, with what is missing</source>
        <translation>预约 %1，带齐材料再来</translation>
    </message>
    <message>
        <source>Appointment %1: about %2 min less waiting</source>
        <translation>预约 %1：少等约 %2 分钟</translation>
    </message>
    <message>
        <source>Appointment %1: the counters cannot do this now</source>
        <translation>预约 %1：窗口暂停办理此业务</translation>
    </message>
    <message>
        <source>Ask an adviser in the hall what is possible today</source>
        <translation>请大堂顾问看看今天能办什么</translation>
    </message>
    <message>
        <source>Ask an adviser: the counters cannot do this now</source>
        <translation>请咨询大堂顾问：窗口暂停办理此业务</translation>
    </message>
    <message>
        <source>Come back at %1: about %2 min less waiting</source>
        <translation>%1 再来：少等约 %2 分钟</translation>
    </message>
    <message>
        <source>Come back at %1: the counters cannot do this now</source>
        <translation>请在 %1 再来：窗口暂停办理此业务</translation>
    </message>
    <message>
        <source>Come back later: the counters cannot do this now</source>
        <translation>请稍后再来：窗口暂停办理此业务</translation>
    </message>
    <message>
        <source>Come back with what is missing</source>
        <translation>带齐材料再来</translation>
    </message>
    <message>
        <source>Come back with what is missing, best at %1</source>
        <translation>带齐材料再来，%1 前后最空</translation>
    </message>
    <message>
        <source>Queue all the same: without %1 it may be in vain</source>
        <translation>仍要排队：缺少%1，可能白等一趟</translation>
    </message>
    <message>
        <source>Take a ticket for the counter</source>
        <translation>取号到柜台办理</translation>
    </message>
    <message>
        <source>Talk to an adviser in the hall</source>
        <translation>请大堂顾问帮您</translation>
    </message>
    <message>
        <source>Talk to an adviser in the hall: about %1 min quicker</source>
        <translation>请大堂顾问帮您：快约 %1 分钟</translation>
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
    <name>Why</name>
    <message>
        <source>%1 (%2, by %3)</source>
        <translation>%1（%2，决定人 %3）</translation>
    </message>
    <message>
        <source>%1 (%2, came %3) was called to %4: %5.</source>
        <translation>%1（%2，%3 到）被叫到 %4：%5。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was served again.</source>
        <translation>%1恢复办理。</translation>
    </message>
    <message>
        <source>%1 was suspended for everybody (%2). The place was kept.</source>
        <translation>%1对所有客户暂停（%2）。次序保留。</translation>
    </message>
    <message>
        <source>%1, %2 points against %3</source>
        <translation>%1，%2 分对 %3 分</translation>
    </message>
    <message numerus="yes">
        <source>%n min of the wait the service was suspended.</source>
        <translation>
            <numerusform>其中 %n 分钟业务暂停。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min of the wait the ticket was put aside on the customer's own wish.</source>
        <translation>
            <numerusform>其中 %n 分钟应客户要求稍后叫号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who came later were called to counters that could not serve you; your place stayed.</source>
        <translation>
            <numerusform>另有 %n 位后到的客户被叫到不能为您办理的柜台；您的次序不受影响。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who came later were called to counters that may not call this ticket.</source>
        <translation>
            <numerusform>另有 %n 位后到的客户被叫到不能叫此号的柜台。</numerusform>
        </translation>
    </message>
    <message>
        <source>A matter went on a ticket of its own.</source>
        <translation>一项业务改用单独的号。</translation>
    </message>
    <message>
        <source>Apart again from ticket %1.</source>
        <translation>与 %1 号重新分开。</translation>
    </message>
    <message>
        <source>Back after the missed call; waits again.</source>
        <translation>过号后回来，重新等候。</translation>
    </message>
    <message numerus="yes">
        <source>Called after %n min.</source>
        <translation>
            <numerusform>等了 %n 分钟后叫到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Called before you: %1.</source>
        <translation>先于您叫到：%1。</translation>
    </message>
    <message>
        <source>Called once more.</source>
        <translation>再次叫号。</translation>
    </message>
    <message>
        <source>Called to %1: %2; before %3, who came earlier.</source>
        <translation>叫到 %1：%2；先于早到的 %3。</translation>
    </message>
    <message>
        <source>Called to %1: %2; nobody passed over.</source>
        <translation>叫到 %1：%2；没有超越任何人。</translation>
    </message>
    <message numerus="yes">
        <source>Came for %1 (%2); %n people ahead.</source>
        <translation>
            <numerusform>前来办理%1（%2）；前面 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Came for %1, booked for %2.</source>
        <translation>前来办理%1，预约 %2。</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>放弃等候。</translation>
    </message>
    <message>
        <source>Goes on at the same counter: %1.</source>
        <translation>在同一柜台继续：%1。</translation>
    </message>
    <message>
        <source>Goes together with ticket %1.</source>
        <translation>与 %1 号一起办理。</translation>
    </message>
    <message>
        <source>Many transactions: after a turn of them others are served in between.</source>
        <translation>笔数较多：办完一轮后，中间先办他人。</translation>
    </message>
    <message>
        <source>Nobody came to the call.</source>
        <translation>叫号无人应答。</translation>
    </message>
    <message>
        <source>Nobody who came later was called first.</source>
        <translation>没有后到的客户先被叫到。</translation>
    </message>
    <message numerus="yes">
        <source>Not called; waited %n min.</source>
        <translation>
            <numerusform>未被叫到；等了 %n 分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later.</source>
        <translation>
            <numerusform>被后到的客户超越 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later; the limit is %1, but a guarantee above it, or a person, decided.</source>
        <translation>
            <numerusform>被后到的客户超越 %n 次；上限为 %1 次，但更高的保障或人工安排起了决定作用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later; the limit is %1.</source>
        <translation>
            <numerusform>被后到的客户超越 %n 次；上限为 %1 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put aside on the customer's own wish, not to be called before %1. The place was kept.</source>
        <translation>应客户要求稍后叫号，不早于 %1。次序保留。</translation>
    </message>
    <message>
        <source>Put aside: %1.</source>
        <translation>暂挂：%1。</translation>
    </message>
    <message>
        <source>Sent another way; does not wait any more.</source>
        <translation>改走其他方式，不再等候。</translation>
    </message>
    <message>
        <source>Sent on for %1.</source>
        <translation>转办%1。</translation>
    </message>
    <message>
        <source>The day ended.</source>
        <translation>当日营业结束。</translation>
    </message>
    <message>
        <source>The entry was corrected (now: %1); number and place were kept.</source>
        <translation>登记已更正（现为：%1）；号码和次序保留。</translation>
    </message>
    <message>
        <source>The server failed before anybody heard that call; the ticket went on waiting.</source>
        <translation>服务器在这次叫号被听到之前出了故障，此号继续等候。</translation>
    </message>
    <message>
        <source>Visit over: %1.</source>
        <translation>业务结束：%1。</translation>
    </message>
    <message>
        <source>Waits again, in the old place.</source>
        <translation>回到原来的次序继续等候。</translation>
    </message>
    <message>
        <source>Waits for the next matter: %1.</source>
        <translation>等候下一项业务：%1。</translation>
    </message>
    <message>
        <source>Whom the ticket was kept for is not there; anybody may call it now.</source>
        <translation>原定的人员或柜台不在，现在任何柜台都可叫此号。</translation>
    </message>
    <message numerus="yes">
        <source>You came for %1; %n people were before you.</source>
        <translation>
            <numerusform>您前来办理%1；当时前面有 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>You were called to %1: %2.</source>
        <translation>您被叫到 %1：%2。</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1 号柜台</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>%1 cannot be used at %2. See the interface description at %3.</source>
        <translation>%2 不接受 %1。请看 %3 的接口说明。</translation>
    </message>
    <message>
        <source>%1 days of about %2 customers are more than %3 customers. Ask for fewer days.</source>
        <translation>%1 天、每天约 %2 位顾客，合计超过 %3 位。请减少天数。</translation>
    </message>
    <message>
        <source>%1 does not hold the certificate “%2”. Look at the list of staff again.</source>
        <translation>%1 没有“%2”资格证书。请再看一下员工名单。</translation>
    </message>
    <message>
        <source>%1 handed this plan in, and somebody else has to decide about it.</source>
        <translation>该方案由 %1 提交，须由另一人审批。</translation>
    </message>
    <message>
        <source>%1 has no valid certificate “%3”, which “%2” needs. Choose somebody who has it.</source>
        <translation>%1 没有有效的“%3”证书，不能办理“%2”。请选择有证书的同事。</translation>
    </message>
    <message>
        <source>%1 holds %2; calibration needs at least %3. Record more days and try again.</source>
        <translation>%1 中只有 %2；校准至少需要 %3。请记录更多日子后再试。</translation>
    </message>
    <message>
        <source>%1 is no prediction: %2. Write one with “lobby sim compare ... --json FILE” before the change.</source>
        <translation>%1 不是预测文件：%2。请在变更之前用“lobby sim compare ... --json FILE”生成。</translation>
    </message>
    <message>
        <source>%1 is no rating. Send a whole number from 1 to 5.</source>
        <translation>%1 不是有效的评分。请用 1 到 5 的整数。</translation>
    </message>
    <message>
        <source>%1 is the database itself. Name another file for the backup.</source>
        <translation>%1 就是数据库本身。请为备份指定另一个文件。</translation>
    </message>
    <message>
        <source>%1 is the journal of another search (another scenario, options, seed or program version). Name a new file, or delete this one.</source>
        <translation>%1 是另一次搜索的记录（场景、选项、种子或程序版本不同）。请换一个文件名，或删除此文件。</translation>
    </message>
    <message>
        <source>%1 is there already and says something else. Look at it, then give --force.</source>
        <translation>%1 已经存在且内容不同。请先看看它，再加 --force。</translation>
    </message>
    <message>
        <source>%1 is writing this change. Ask there, or begin a change of your own.</source>
        <translation>这份变更由 %1 编写。请与其联系，或另建一份变更。</translation>
    </message>
    <message>
        <source>%1 lies in the future. Name today or an earlier day.</source>
        <translation>%1 是将来的日期。请写今天或更早的日期。</translation>
    </message>
    <message>
        <source>%1 plans of branch %2 wait for a decision. Take one back before handing in another.</source>
        <translation>网点 %2 已有 %1 个方案待审批。请先撤回一个再提交。</translation>
    </message>
    <message>
        <source>%1 recordings are missing or cannot be used; each stands in the table.</source>
        <translation>有 %1 个录音缺失或无法使用，见列表。</translation>
    </message>
    <message>
        <source>%1 refuses: %2</source>
        <translation>%1 拒绝：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%2 has worked on case %1 and cannot decide about it. Ask another supervisor.</source>
        <translation>%2 处理过工单 %1，不能由其审批。请找另一位主管。</translation>
    </message>
    <message>
        <source>A campaign begins today or later and lasts at most %1 days. Correct the days.</source>
        <translation>调查活动从今天或以后开始，最长 %1 天。请更正日期。</translation>
    </message>
    <message>
        <source>A case is received now or in the past %1 days. Correct the day and time.</source>
        <translation>收到时间只能是现在或过去 %1 天内。请更正日期和时间。</translation>
    </message>
    <message>
        <source>A certificate ends between tomorrow and %1 years from now. Correct the day.</source>
        <translation>证书的截止日期应在今后 %1 年之内。请更正日期。</translation>
    </message>
    <message>
        <source>A course was held today or in the past %1 days. Correct the day.</source>
        <translation>培训日期应为今天或过去 %1 天之内。请更正日期。</translation>
    </message>
    <message>
        <source>A program still uses database %1. Stop the server, then try again.</source>
        <translation>仍有程序在使用数据库 %1。请先停止服务器，然后重试。</translation>
    </message>
    <message>
        <source>A promise for ticket %1 must end after it begins. Work it out again.</source>
        <translation>对 %1 号承诺的时间段，结束不能早于开始。请重新计算。</translation>
    </message>
    <message>
        <source>A search lives the day many thousand times and cannot with this scenario: %1. Leave that out, or compare two plans with “lobby sim compare”.</source>
        <translation>寻优要把一天模拟成千上万次，这个场景不行：%1。请去掉它，或用“lobby sim compare”比较两个方案。</translation>
    </message>
    <message>
        <source>A ticket waits aside for 1 to %1 minutes. Choose a time in between.</source>
        <translation>号票可以推迟 1 至 %1 分钟。请在此范围内选择。</translation>
    </message>
    <message>
        <source>A trainee works beside a mentor. Give the staff number of another person.</source>
        <translation>实习人员须由带教人员陪同。请填写另一人的工号。</translation>
    </message>
    <message>
        <source>Account and password do not match. Try again, or ask IT for a new password.</source>
        <translation>账号与密码不符。请重试，或请科技部门重置密码。</translation>
    </message>
    <message>
        <source>Another profile (%1) was published since this change was begun. Bring the change over to it, check it and hand it in again.</source>
        <translation>编写期间已发布另一份配置（%1）。请把变更移到新配置上，检查后重新提交。</translation>
    </message>
    <message>
        <source>Branch %1 cannot be served: %2</source>
        <translation>无法为网点 %1 提供服务：%2</translation>
    </message>
    <message>
        <source>Branch %1 did not confirm in time, so it is not certain whether this was done. Look up your booking again before you come.</source>
        <translation>%1 网点未能及时确认，暂不能确定是否已办理。来行前请再查一次您的预约。</translation>
    </message>
    <message>
        <source>Branch %1 does not answer, so nothing is booked or changed there. Try again later, or call the branch.</source>
        <translation>网点 %1 没有应答，因此那里没有预约或更改任何内容。请稍后再试，或致电该网点。</translation>
    </message>
    <message>
        <source>Branch %1 gave no ticket %2 on %3. Check the number and the day.</source>
        <translation>网点 %1 在 %3 没有发出 %2 号。请核对号码和日期。</translation>
    </message>
    <message>
        <source>Branches in %1: %2</source>
        <translation>%1 中的网点：%2</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2. Choose another --host or --port.</source>
        <translation>无法在 %1 上监听：%2。请用 --host 或 --port 另选。</translation>
    </message>
    <message>
        <source>Case %1 cannot be merged into %2. Choose another case that is still open.</source>
        <translation>工单 %1 不能并入 %2。请选择另一个未结的工单。</translation>
    </message>
    <message>
        <source>Case %1 ended more than %2 days ago. Open a new case and name this one in it.</source>
        <translation>工单 %1 结束已超过 %2 天。请新建工单并注明此单号。</translation>
    </message>
    <message>
        <source>Case %1 has no category and root cause yet. Choose both, then close it.</source>
        <translation>工单 %1 还没有类别和原因。请选好后再结案。</translation>
    </message>
    <message>
        <source>Case %1 is about %2, who cannot handle or approve it. Choose somebody else.</source>
        <translation>工单 %1 涉及 %2 本人，不能由其处理或审批。请选择其他人。</translation>
    </message>
    <message>
        <source>Case %1 is handled by %2. Ask there, or have it assigned to you.</source>
        <translation>工单 %1 由 %2 处理。请联系对方，或请主管转交给您。</translation>
    </message>
    <message>
        <source>Case %1 is “%2”, so this step is not possible now. Look at the case again.</source>
        <translation>工单 %1 的状态是“%2”，现在不能进行这一步。请重新查看工单。</translation>
    </message>
    <message>
        <source>Check-in for your appointment begins at %1. Come back then, or take a ticket now.</source>
        <translation>您的预约从 %1 开始签到。请届时再来，或现在取号。</translation>
    </message>
    <message>
        <source>Cluster %1 cannot be used: %2</source>
        <translation>集群 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>Counter %1 does not serve “%2” now. Choose another counter, or change the service.</source>
        <translation>%1 号窗口现在不办理“%2”。请换一个窗口，或更改业务。</translation>
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
        <source>Counter %1 would serve nothing then. Leave one service on, or pause the counter.</source>
        <translation>这样 %1 号窗口就没有可办的业务了。请至少保留一项，或暂停窗口。</translation>
    </message>
    <message>
        <source>Database %1 cannot be read, so it cannot be compared with the backup. Give the option --force: the damaged file is then kept under another name.</source>
        <translation>数据库 %1 无法读取，因此无法与备份比较。请加选项 --force：损坏的文件会改名保留。</translation>
    </message>
    <message>
        <source>Database %1 holds %2 events of branch %3 that the backup does not hold; they would be lost. If that is meant, give the option --force: the present file is then kept as it is under another name.</source>
        <translation>数据库 %1 中有网点 %3 的 %2 条事件是备份里没有的，恢复后会丢失。如确需如此，请加选项 --force：现有文件会原样改名保留。</translation>
    </message>
    <message>
        <source>Database %1 holds practice days only. Give another --database for real ones.</source>
        <translation>数据库 %1 里只有练习日。正式营业请用 --database 指定另一个。</translation>
    </message>
    <message>
        <source>Database %1 holds real days, so practice may not use it. Give another --database.</source>
        <translation>数据库 %1 里有真实营业日，不能用于练习。请用 --database 指定另一个。</translation>
    </message>
    <message>
        <source>Demand file %1: %2 Make it again: lobby sim calibrate --for-branch.</source>
        <translation>客流文件 %1：%2 请重新生成：lobby sim calibrate --for-branch。</translation>
    </message>
    <message>
        <source>Event %2 of branch %1 does not fit to those before (%3). Check there with: lobby db verify.</source>
        <translation>网点 %1 的第 %2 条事件与之前的内容不符（%3）。请在该处用 lobby db verify 检查。</translation>
    </message>
    <message>
        <source>Event %2 of branch %1 was changed on its way or in its database. Check there with: lobby db verify.</source>
        <translation>网点 %1 的第 %2 条事件在传输途中或其数据库中被改动。请在该处用 lobby db verify 检查。</translation>
    </message>
    <message>
        <source>Event %2 of branch %1 was written by a newer program. Update this server before the branches.</source>
        <translation>网点 %1 的第 %2 条事件由更新版本的程序写入。请先更新本服务器，再更新各网点。</translation>
    </message>
    <message>
        <source>Event log %1 does not fit together near “%2”. Export it again from the start of a day.</source>
        <translation>事件日志 %1 在“%2”附近前后矛盾。请从一天的开始重新导出。</translation>
    </message>
    <message>
        <source>Event log %1 holds no day “%2”. It holds: %3.</source>
        <translation>事件日志 %1 里没有“%2”这一天。其中有：%3。</translation>
    </message>
    <message>
        <source>Event log %1 mentions “%2”, which profile %3 does not have. Name the branch's own profile with --profile.</source>
        <translation>事件日志 %1 提到“%2”，网点配置 %3 里没有。请用 --profile 指定该网点自己的配置。</translation>
    </message>
    <message>
        <source>Event log %1 was recorded under profile “%2” (%3), which was not given. Write it with lobby db profiles --out, then name that file with another --profile.</source>
        <translation>事件日志 %1 记录时用的是网点配置“%2”（%3），这里没有给出。请用 lobby db profiles --out 写出该配置，再用另一个 --profile 指定那个文件。</translation>
    </message>
    <message>
        <source>Event log %1, line %2: %3 Export it again, or take this line out.</source>
        <translation>事件日志 %1 第 %2 行：%3 请重新导出，或删去这一行。</translation>
    </message>
    <message>
        <source>Event log %1: %2 calls do not follow from the rules, the first is %3. Give the profile that held on that day, or have the log verified with lobby db verify.</source>
        <translation>事件日志 %1：有 %2 次叫号不符合规则，第一次是 %3。请给出当日生效的配置，或用 lobby db verify 核验日志。</translation>
    </message>
    <message>
        <source>File %1 cannot be read: %2. Check the path and try again.</source>
        <translation>文件 %1 无法读取：%2。请核对路径后再试。</translation>
    </message>
    <message>
        <source>File %1 cannot be saved there: %2. Choose another folder.</source>
        <translation>文件 %1 无法保存到该处：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>File %1 cannot be written: %2. Choose another folder and try again.</source>
        <translation>文件 %1 无法写入：%2。请换一个文件夹再试。</translation>
    </message>
    <message>
        <source>File %1 has no column %2. Its first line must name: %3. It names: %4.</source>
        <translation>文件 %1 没有“%2”列。首行必须包含：%3。它包含：%4。</translation>
    </message>
    <message>
        <source>File %1 holds no heads of the log: line %2. Name the file of LOBBY_HEADS.</source>
        <translation>文件 %1 的第 %2 行不是日志的日末摘要。请指定 LOBBY_HEADS 的文件。</translation>
    </message>
    <message>
        <source>File %1 holds no lines of a log: line %2. Make it with: lobby head-office lines.</source>
        <translation>文件 %1 不含日志行：第 %2 行。请用 lobby head-office lines 生成。</translation>
    </message>
    <message>
        <source>Floor plan %1: %2</source>
        <translation>平面图 %1：%2</translation>
    </message>
    <message>
        <source>Folder %1 cannot be written: %2. Choose another with --out.</source>
        <translation>文件夹 %1 无法写入：%2。请用 --out 另选一个。</translation>
    </message>
    <message>
        <source>Give a reason for this. Choose one of: %1.</source>
        <translation>请写明原因。请从这些中选择：%1。</translation>
    </message>
    <message>
        <source>Give at least one of these questions a mark from 1 to 5: %1.</source>
        <translation>请至少给其中一个问题打 1 至 5 分：%1。</translation>
    </message>
    <message>
        <source>Head office refuses: %1</source>
        <translation>总行拒绝：%1</translation>
    </message>
    <message>
        <source>It is not certain yet that this holds. Try the same again in a moment.</source>
        <translation>尚不能确定此操作已生效，请稍后原样重试。</translation>
    </message>
    <message>
        <source>Key file %1 cannot be used: %2. Put it right, or name another with LOBBY_SEAL_KEY.</source>
        <translation>密钥文件 %1 无法使用：%2。请改正，或用 LOBBY_SEAL_KEY 指定另一个文件。</translation>
    </message>
    <message>
        <source>Name the file with the prediction, or choose another one above.</source>
        <translation>请填写预测文件，或在上方另选一项。</translation>
    </message>
    <message>
        <source>No answers are asked for here any more. Thank you.</source>
        <translation>此处不再收集答卷。谢谢您。</translation>
    </message>
    <message>
        <source>No counter of this branch serves “%1” for “%2”. Choose another service.</source>
        <translation>本网点没有窗口为“%2”办理“%1”。请选其他业务。</translation>
    </message>
    <message>
        <source>Nobody asked for copy %2 of ticket %1 here. Ask for it once more.</source>
        <translation>这里没有收到打印 %1 号第 %2 份的要求。请再发起一次。</translation>
    </message>
    <message>
        <source>Nobody enters certificates or results for themselves. Ask a colleague in charge.</source>
        <translation>不能为自己登记证书或成绩。请找另一位负责人办理。</translation>
    </message>
    <message>
        <source>Nobody is called from here. Please speak to our staff in the lobby.</source>
        <translation>此处不呼叫工作人员，请直接找大堂人员。</translation>
    </message>
    <message>
        <source>Nobody is signed in here. Sign in with staff number and PIN.</source>
        <translation>这里还没有人登录。请用工号和密码登录。</translation>
    </message>
    <message>
        <source>Nobody signed in in the browser. Begin again, or sign in another way.</source>
        <translation>浏览器中没有人登录。请重新开始，或用其他方式登录。</translation>
    </message>
    <message>
        <source>Nobody waits for this any more: somebody went already. Look at the list again.</source>
        <translation>没有人在等了：已有同事过去。请重新查看列表。</translation>
    </message>
    <message>
        <source>Nothing can be foretold at the moment. Try again in a minute.</source>
        <translation>目前无法预测。请一分钟后再试。</translation>
    </message>
    <message>
        <source>Nothing can be kept in %1: %2. Make room there, or make the folder writable.</source>
        <translation>无法在 %1 保存：%2。请清出空间，或把该文件夹设为可写。</translation>
    </message>
    <message>
        <source>One ticket takes 1 to %2 transactions, not %1. Ask our staff for a larger number.</source>
        <translation>一张号票可办理 1 至 %2 笔，不能是 %1 笔。笔数更多请找工作人员。</translation>
    </message>
    <message>
        <source>One ticket takes up to %2 matters, not %1. Leave some out, or take a second ticket.</source>
        <translation>一张号票最多办理 %2 项业务，不能是 %1 项。请减少几项，或再取一张号。</translation>
    </message>
    <message>
        <source>Only PDF, PNG, JPEG and plain text of up to %1 MB can be attached.</source>
        <translation>只能添加不超过 %1 MB 的 PDF、PNG、JPEG 或纯文本文件。</translation>
    </message>
    <message>
        <source>PINs count here only while the bank's directory is away. Sign in with the bank's account.</source>
        <translation>PIN 码只在行内账号系统不可用时有效。请用行内账号登录。</translation>
    </message>
    <message>
        <source>Plans of a recorded day cannot be saved as a scenario. Make one of the records first: lobby sim calibrate.</source>
        <translation>记录日的方案不能存为场景。请先由记录生成场景：lobby sim calibrate。</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Stop it, or choose another with --port.</source>
        <translation>端口 %1 已被别的程序占用。请停止那个程序，或用 --port 换一个端口。</translation>
    </message>
    <message>
        <source>Prices in %1 cannot be used: %2</source>
        <translation>%1 中的价格无法使用：%2</translation>
    </message>
    <message>
        <source>Profile %1 never held in this branch. Choose one of the list of versions.</source>
        <translation>配置 %1 从未在本网点生效。请从版本列表中选择。</translation>
    </message>
    <message>
        <source>Profile %1 of branch %2 cannot be used: %3. Restore the database from a backup.</source>
        <translation>网点 %2 的配置 %1 无法使用：%3。请用备份恢复数据库。</translation>
    </message>
    <message>
        <source>Profile %1: %2</source>
        <translation>网点配置 %1：%2</translation>
    </message>
    <message>
        <source>Profile %2, which the log of branch %1 names, cannot be used: %3.</source>
        <translation>网点 %1 的日志所引用的配置 %2 无法使用：%3。</translation>
    </message>
    <message>
        <source>Recording %1 cannot be used: %2. Save it as WAV, 16,000 Hz, mono, 16 bit.</source>
        <translation>录音 %1 不能使用：%2。请保存为 WAV，16,000 Hz，单声道，16 位。</translation>
    </message>
    <message>
        <source>Recordings, %1: %2</source>
        <translation>录音 %1：%2</translation>
    </message>
    <message>
        <source>Roster %1, line %2: %3. Correct it there.</source>
        <translation>排班表 %1 第 %2 行：%3。请在那里改正。</translation>
    </message>
    <message>
        <source>Say what you know of the slip: its service, the time, or a part of its number.</source>
        <translation>请说明您记得的内容：业务、大概时间，或号码的一部分。</translation>
    </message>
    <message>
        <source>Scenario %1: %2</source>
        <translation>情景文件 %1：%2</translation>
    </message>
    <message>
        <source>Setting %1: %2. Correct the option or the environment variable %3.</source>
        <translation>设置 %1：%2。请改正选项或环境变量 %3。</translation>
    </message>
    <message>
        <source>Staff file %1: %2</source>
        <translation>人员文件 %1：%2</translation>
    </message>
    <message>
        <source>Staff number %1 is not on this branch's list. Ask a manager to add it, then sign in again.</source>
        <translation>工号 %1 不在本网点名单中。请主管添加后再登录。</translation>
    </message>
    <message>
        <source>Staff number and PIN do not match. Try again, or ask a manager for a new PIN.</source>
        <translation>工号与密码不符。请再试一次，或请主管重设密码。</translation>
    </message>
    <message>
        <source>TLS needs both a certificate and its key. Give --tls-cert and --tls-key.</source>
        <translation>TLS 需要证书及其私钥。请同时指定 --tls-cert 和 --tls-key。</translation>
    </message>
    <message>
        <source>That time is taken. Choose another of the times offered.</source>
        <translation>该时间已约满。请选择列出的其他时间。</translation>
    </message>
    <message>
        <source>The accent colour %1 has a contrast of only %2 on %3; choose one with at least %4.</source>
        <translation>主色 %1 在 %3 上的对比度只有 %2；请选对比度不低于 %4 的颜色。</translation>
    </message>
    <message>
        <source>The answer is signed with a key that the bank's sign-in service does not know. Tell IT.</source>
        <translation>答复所用的签名密钥不是行内登录服务公布的密钥。请告知科技部门。</translation>
    </message>
    <message>
        <source>The answer of the bank's sign-in service belongs to another sign-in. Begin again.</source>
        <translation>行内登录服务的答复属于另一次登录。请重新登录。</translation>
    </message>
    <message>
        <source>The answer of the bank's sign-in service is meant for another program. Tell IT.</source>
        <translation>行内登录服务的答复是给另一个程序的。请告知科技部门。</translation>
    </message>
    <message>
        <source>The answer of the bank's sign-in service is out of date. Begin again; if it stays, let IT compare the clocks.</source>
        <translation>行内登录服务的答复已过时。请重新登录；如仍不行，请科技部门核对各机器的时钟。</translation>
    </message>
    <message>
        <source>The appointments cannot be spread over the slots: %1</source>
        <translation>预约无法分配到各时段：%1</translation>
    </message>
    <message>
        <source>The bank's directory cannot prove who it is: %1. Tell IT; no password was sent.</source>
        <translation>行内账号系统无法证明自己的身份：%1。请告知科技部门；密码没有发出。</translation>
    </message>
    <message>
        <source>The bank's directory does not answer. Try again in a minute; where PINs are allowed, sign in with staff number and PIN meanwhile.</source>
        <translation>行内账号系统没有应答。请过一分钟再试；允许使用 PIN 码的网点，可先用工号和 PIN 码登录。</translation>
    </message>
    <message>
        <source>The bank's directory does not take our questions: %1. Tell IT (LOBBY_DIRECTORY).</source>
        <translation>行内账号系统不接受我们的查询：%1。请告知科技部门（LOBBY_DIRECTORY）。</translation>
    </message>
    <message>
        <source>The bank's directory holds no staff number for this account. Ask IT to add it.</source>
        <translation>行内账号系统中没有该账号的工号。请科技部门补录。</translation>
    </message>
    <message>
        <source>The bank's sign-in service did not accept the answer of the browser. Begin again.</source>
        <translation>行内登录服务不接受浏览器的答复。请重新登录。</translation>
    </message>
    <message>
        <source>The bank's sign-in service gave an answer that proves nothing. Tell IT: %1.</source>
        <translation>行内登录服务的答复不能证明身份。请告知科技部门：%1。</translation>
    </message>
    <message>
        <source>The branch gives tickets from %1 to %2. Come back then, or ask our staff.</source>
        <translation>本网点 %1 至 %2 取号。请届时再来，或询问工作人员。</translation>
    </message>
    <message>
        <source>The branch is closed today. It opens again on %1 at %2.</source>
        <translation>本网点今天休息，%1 %2 开门。</translation>
    </message>
    <message>
        <source>The branch is closed until further notice. Ask our staff.</source>
        <translation>本网点暂停营业，恢复时间另行通知。请咨询工作人员。</translation>
    </message>
    <message>
        <source>The branch refuses: %1</source>
        <translation>网点拒绝：%1</translation>
    </message>
    <message>
        <source>The branch server %1 does not answer. Check that it runs and that the cable is in.</source>
        <translation>网点服务器 %1 没有回答。请检查它是否运行、网线是否插好。</translation>
    </message>
    <message>
        <source>The branch server is away, and its stand-in does not do this. Ask when it is back.</source>
        <translation>网点服务器不在线，备用服务器不办理此项。请在服务器恢复后再试。</translation>
    </message>
    <message>
        <source>The branch server is back. Nothing was changed; try again.</source>
        <translation>网点服务器已恢复。没有任何改动，请重试。</translation>
    </message>
    <message>
        <source>The certificate %1 holds from %2 to %3 only. Give one that holds today.</source>
        <translation>证书 %1 的有效期为 %2 至 %3。请换用今天有效的证书。</translation>
    </message>
    <message>
        <source>The connection to the printer %1 broke. Check its cable, then print again.</source>
        <translation>与打印机 %1 的连接断了。请检查连线，然后重新打印。</translation>
    </message>
    <message>
        <source>The copy of branch %1 ends earlier. Send its lines from event %2 on.</source>
        <translation>网点 %1 的副本在此之前就结束了。请从第 %2 条事件起重新发送。</translation>
    </message>
    <message>
        <source>The copy of branch %1 holds %2 days, and these are %3 days. Send practice days to a server of their own.</source>
        <translation>网点 %1 的副本保存的是 %2 日，而这些是 %3 日。请将演练日发送到单独的服务器。</translation>
    </message>
    <message>
        <source>The customer of ticket %1 is at a counter now with another ticket. Call it later.</source>
        <translation>%1 号客户正持另一张号票在窗口办理。请稍后再叫。</translation>
    </message>
    <message>
        <source>The customer with %1 does not hear well. Go and look in the hall first; if nobody is there, press the key once more.</source>
        <translation>持 %1 号的客户听力不便。请先到大厅看一看；确实没有人，再按一次该键。</translation>
    </message>
    <message>
        <source>The database cannot be used: %1. Nothing was changed; try again.</source>
        <translation>数据库无法使用：%1。什么都没有改变；请再试一次。</translation>
    </message>
    <message>
        <source>The database failed while this was being kept: %1. It may have been done or not: look, or send it again with the same Idempotency-Key.</source>
        <translation>写入过程中数据库出错：%1。可能已办成，也可能没有：请先查看，或用同一个 Idempotency-Key 重发。</translation>
    </message>
    <message>
        <source>The deadline of case %1 cannot be put off in this way. It is extended: %2.</source>
        <translation>工单 %1 不能这样延期。目前延期：%2。</translation>
    </message>
    <message>
        <source>The errand came too late and was not carried out. Send it again.</source>
        <translation>该事项到达过晚，未予执行。请重新发送。</translation>
    </message>
    <message>
        <source>The hold ends on %2, before it begins on %1. Give the earlier day first.</source>
        <translation>保全结束于 %2，早于开始的 %1。请先写较早的日期。</translation>
    </message>
    <message>
        <source>The journal %1 cannot be read from line %2 on. Keep the file and call a technician.</source>
        <translation>日志 %1 从第 %2 行起无法读取。请保留该文件并联系技术人员。</translation>
    </message>
    <message>
        <source>The key %2 does not belong to the certificate %1. Give the two of one pair.</source>
        <translation>私钥 %2 与证书 %1 不匹配。请指定同一对的两个文件。</translation>
    </message>
    <message>
        <source>The key cannot be kept in %1: %2. Make the folder writable, and another code.</source>
        <translation>密钥无法保存到 %1：%2。请让该文件夹可写，并另发一个登记码。</translation>
    </message>
    <message>
        <source>The keyboard profile %1 cannot be used: %2. Correct it and start again.</source>
        <translation>键盘方案 %1 不能使用：%2。请改正后重新启动。</translation>
    </message>
    <message>
        <source>The log of branch %1 differs at event %2 from the copy here (%3). One of them was put back to an older state. Take the branch server out of service and see the chapter on restoring in the operations manual: lobby db restore --office brings back what is here.</source>
        <translation>网点 %1 的日志从第 %2 条事件起与此处的副本（%3）不同：其中一方曾被恢复到较早的状态。请停用该网点服务器，并查阅运维手册中关于恢复的一章：lobby db restore --office 可取回此处保存的内容。</translation>
    </message>
    <message>
        <source>The log of branch %1 does not fit together at event %2 (%3). Run: lobby db verify.</source>
        <translation>网点 %1 的日志在事件 %2 处前后不符（%3）。请运行：lobby db verify。</translation>
    </message>
    <message>
        <source>The log of branch %1 in the backup and the one of head office part before event %2. Take a backup from before they parted.</source>
        <translation>备份中网点 %1 的日志与总行保存的日志在第 %2 条事件之前就已分开。请使用分开之前的备份。</translation>
    </message>
    <message>
        <source>The log of branch %1 in the backup has %2 faults (%3). Take an older backup, or restore it all the same with --force.</source>
        <translation>备份中网点 %1 的日志有 %2 处错误（%3）。请改用更早的备份，或加 --force 仍然恢复。</translation>
    </message>
    <message>
        <source>The message was not taken: %1. It is sent again.</source>
        <translation>短信未被接收：%1。将再次发送。</translation>
    </message>
    <message>
        <source>The message was refused: %1. Look at the target's own records.</source>
        <translation>短信被拒绝：%1。请查看接收方的记录。</translation>
    </message>
    <message>
        <source>The numbers for the time without the branch server are used up. Ask our staff.</source>
        <translation>备用号码已经用完，请找工作人员。</translation>
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
        <translation>缺少录音 %1。请补录，或使用随产品提供的录音。</translation>
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
        <source>The scenario has no appointments of “%1”. Write [[appointments]] with the service, who comes how late, and how many do not come (lobby sim calibrate learns them).</source>
        <translation>场景中没有“%1”的预约。请写 [[appointments]]，注明业务、到达早晚和爽约比例（lobby sim calibrate 可从记录中学得）。</translation>
    </message>
    <message>
        <source>The self-test found %1 faults on the displays. Use larger panels, or set the distance from which they are really read.</source>
        <translation>自检在显示屏上发现 %1 处问题。请换更大的屏幕，或按实际观看距离设置。</translation>
    </message>
    <message>
        <source>The self-test found %1 faults on the kiosk's screens; each stands below the table.</source>
        <translation>自检在取号机画面上发现 %1 处问题，逐条列在表格下方。</translation>
    </message>
    <message>
        <source>The server %1 cannot prove who it is: %2. Start this program with --ca and your bank's CA file, or call support.</source>
        <translation>服务器 %1 无法证明自己的身份：%2。请用 --ca 指定本行的 CA 文件启动本程序，或联系技术支持。</translation>
    </message>
    <message>
        <source>The server does not get to its commands. If this goes on, start it again.</source>
        <translation>服务器没有处理命令。如果一直这样，请重新启动服务器。</translation>
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
        <source>The server refuses: %1</source>
        <translation>服务器拒绝：%1</translation>
    </message>
    <message>
        <source>The shifts in %1 cannot be used: %2</source>
        <translation>%1 中的班次不能使用：%2</translation>
    </message>
    <message>
        <source>The survey “%1” runs in these days already. End it first, or choose other days.</source>
        <translation>这段时间已有调查“%1”在进行。请先结束它，或另选日期。</translation>
    </message>
    <message>
        <source>The text of this change is not the one that was handed in. Hand it in again.</source>
        <translation>这份变更的文本与提交时不同。请重新提交。</translation>
    </message>
    <message>
        <source>There are no appointments for “%1”. Take a ticket when you come.</source>
        <translation>“%1”不接受预约。请到店取号。</translation>
    </message>
    <message>
        <source>There are no records at “%1”. Name event logs or CSV files, or a folder with them.</source>
        <translation>“%1”处没有记录。请填写事件记录或 CSV 文件，或其所在的文件夹。</translation>
    </message>
    <message>
        <source>There are only %1 days of type “%2” on one side of the change, and at least %3 are needed. Record more days and try again.</source>
        <translation>变更的某一侧只有 %1 天“%2”类型的记录，至少需要 %3 天。请多记录几天后再试。</translation>
    </message>
    <message>
        <source>There are several branches: %1. Name one with --branch.</source>
        <translation>有多个网点：%1。请用 --branch 指定其中一个。</translation>
    </message>
    <message>
        <source>There is no %1 “%2”. %3</source>
        <translation>没有 %1“%2”。%3</translation>
    </message>
    <message>
        <source>There is no appointment under this code. Check the code, or take a ticket.</source>
        <translation>没有找到该预约码对应的预约。请核对预约码，或现场取号。</translation>
    </message>
    <message>
        <source>There is no case %1. Look it up in the inbox.</source>
        <translation>没有工单 %1，请在收件箱里查找。</translation>
    </message>
    <message>
        <source>There is no errand %1 of this branch.</source>
        <translation>该网点没有编号为 %1 的事项。</translation>
    </message>
    <message>
        <source>There is no hold %1 that lasts. See: lobby db hold list.</source>
        <translation>没有生效中的保全 %1。请查看：lobby db hold list。</translation>
    </message>
    <message>
        <source>There is no incident %1 now. Look at the list and choose again.</source>
        <translation>现在没有突发事件 %1。请查看列表后重新选择。</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose one of: %2.</source>
        <translation>没有语言“%1”。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>There is no ordinary day with at least %1 customers yet to try this change on.</source>
        <translation>还没有至少 %1 位客户的平常日可用来试算这份变更。</translation>
    </message>
    <message>
        <source>There is no outcome “%1”. Choose one of: %2.</source>
        <translation>没有“%1”这种结果。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>There is no plan %1 of this branch. The list of plans shows all of them.</source>
        <translation>本网点没有方案 %1。方案列表会列出全部。</translation>
    </message>
    <message>
        <source>There is no screen here. Start it from a desktop, or set QT_QPA_PLATFORM=offscreen.</source>
        <translation>这里没有屏幕。请在桌面环境中启动，或设置 QT_QPA_PLATFORM=offscreen。</translation>
    </message>
    <message>
        <source>There is no such change to the profile. Look it up in the list.</source>
        <translation>没有这份变更。请在列表中查找。</translation>
    </message>
    <message>
        <source>There is no survey campaign %1. Look it up in the list of campaigns.</source>
        <translation>没有编号为 %1 的调查活动。请在活动列表中查找。</translation>
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
        <source>There is nothing to export yet. Run both plans first.</source>
        <translation>还没有可导出的内容。请先运行两个方案。</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another request. Send a new key.</source>
        <translation>这个 Idempotency-Key 已用于另一个请求。请换一个新的。</translation>
    </message>
    <message>
        <source>This account is locked in the bank's directory. Ask IT to unlock it.</source>
        <translation>该行内账号已被锁定。请联系科技部门解锁。</translation>
    </message>
    <message>
        <source>This account is switched off in the bank's directory. Ask IT about it.</source>
        <translation>该行内账号已停用。请联系科技部门。</translation>
    </message>
    <message>
        <source>This appointment is %1, so it cannot be %2. Take a ticket, or book another time.</source>
        <translation>该预约的状态是 %1，不能执行 %2。请现场取号，或另约时间。</translation>
    </message>
    <message>
        <source>This appointment is for %1. Come back on that day, or change it.</source>
        <translation>该预约的日期是 %1。请当天再来，或更改预约。</translation>
    </message>
    <message>
        <source>This branch does not sign people in this way. Use the other way on the form.</source>
        <translation>本网点不使用这种登录方式。请用登录页上的另一种方式。</translation>
    </message>
    <message>
        <source>This branch has no certificate “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这种资格证书。请选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no counter %1. Choose one of: %2.</source>
        <translation>本网点没有 %1 号窗口。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no course “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这门课程。请选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no customer segment “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这类客户。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no notice “%1” to put up. Its profile has: %2.</source>
        <translation>本网点没有可张贴的通知“%1”。网点设置里有：%2。</translation>
    </message>
    <message>
        <source>This branch has no reason to hold called “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这个暂挂原因。请选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no service “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这项业务。请从这些中选择：%2。</translation>
    </message>
    <message>
        <source>This branch has no survey “%1”. Choose one of: %2.</source>
        <translation>本网点没有“%1”这份问卷。请选择：%2。</translation>
    </message>
    <message>
        <source>This branch sends no text messages. Keep the page open and look at the board.</source>
        <translation>本网点不发短信。请保持页面打开，并留意大厅屏幕。</translation>
    </message>
    <message>
        <source>This branch takes no bookings over the network. Book at the kiosk or by telephone.</source>
        <translation>本网点不接受网上预约。请在叫号机或打电话预约。</translation>
    </message>
    <message>
        <source>This came from another web site, and nothing was done. Use the page itself.</source>
        <translation>该请求来自其他网站，未作任何处理。请在本页操作。</translation>
    </message>
    <message>
        <source>This cannot be handed in yet: %1</source>
        <translation>还不能提交：%1</translation>
    </message>
    <message>
        <source>This cannot be recorded: %1. Nothing was changed. Correct it before you send it again, or call support.</source>
        <translation>无法记录：%1。什么都没有改变。请更正后再发送，或联系技术支持。</translation>
    </message>
    <message>
        <source>This change is “%1”, so this step is not possible now. Look at it again.</source>
        <translation>这份变更当前为“%1”，不能进行此步骤。请刷新后再看。</translation>
    </message>
    <message>
        <source>This code is for a %1, and this program is a %2. Make another code.</source>
        <translation>此登记码用于 %1，而本程序是 %2。请另发一个登记码。</translation>
    </message>
    <message>
        <source>This device belongs to one of several branches. Use an admin device without a branch.</source>
        <translation>本设备只属于多个网点中的一个。请使用不属于任何网点的管理设备。</translation>
    </message>
    <message>
        <source>This device has %2 open connections already. Wait %1 s, or close a window.</source>
        <translation>本设备已有 %2 个打开的连接。请等待 %1 秒，或关闭一个窗口。</translation>
    </message>
    <message>
        <source>This device is not enrolled for branch %1. Make a code with: lobby device invite.</source>
        <translation>本设备没有在网点 %1 登记。请用以下命令生成登记码：lobby device invite。</translation>
    </message>
    <message>
        <source>This device is not enrolled. %1</source>
        <translation>本设备尚未登记。%1</translation>
    </message>
    <message>
        <source>This device is not enrolled. Make a code with: lobby device invite.</source>
        <translation>本设备尚未登记。请用 lobby device invite 发登记码。</translation>
    </message>
    <message>
        <source>This enrolment code is not known. Check it, or ask for a new one.</source>
        <translation>没有这个登记码。请核对，或索取新的登记码。</translation>
    </message>
    <message>
        <source>This enrolment code is too old. Make a new one with: lobby device invite.</source>
        <translation>登记码已过期。请用 lobby device invite 另发一个。</translation>
    </message>
    <message>
        <source>This enrolment code was used already. Make a new one, and see: lobby device list.</source>
        <translation>登记码已经用过。请另发一个，并用 lobby device list 查看设备。</translation>
    </message>
    <message>
        <source>This is a live branch; its clock cannot be changed. Use a practice branch.</source>
        <translation>这是正式网点，时钟不能更改。请使用练习网点。</translation>
    </message>
    <message>
        <source>This is suspended already: %1. Resume it first, or choose another service.</source>
        <translation>以下业务已经暂停：%1。请先恢复，或选择其他业务。</translation>
    </message>
    <message>
        <source>This is the profile of branch “%1”, not of “%2”. Send it to its own branch.</source>
        <translation>这是网点“%1”的配置，不是“%2”的。请发送到它自己的网点。</translation>
    </message>
    <message>
        <source>This leaves the profile as it is. Change something first.</source>
        <translation>配置没有任何变化。请先修改。</translation>
    </message>
    <message>
        <source>This machine cannot listen at %1 port %2: %3. Choose others with --host or --port.</source>
        <translation>本机不能在 %1 的端口 %2 上监听：%3。请用 --host 或 --port 另选。</translation>
    </message>
    <message>
        <source>This page has ended with its visit. Take a new ticket at the entrance.</source>
        <translation>此页已随该次办理结束。请在入口重新取号。</translation>
    </message>
    <message>
        <source>This page shows no ticket of today. Scan the code on your slip again.</source>
        <translation>这个页面没有今天的号票。请重新扫描小票上的二维码。</translation>
    </message>
    <message>
        <source>This password has expired or must be changed first. Change it at a PC of the bank, then sign in here.</source>
        <translation>密码已过期或须先修改。请在行内电脑上修改密码，再来登录。</translation>
    </message>
    <message>
        <source>This plan is %1 already. Hand in a new one to change it.</source>
        <translation>该方案已是 %1。要修改请重新提交。</translation>
    </message>
    <message>
        <source>This server decides at the moment. Its journal has to be taken back first.</source>
        <translation>本服务器目前正在代管网点，须先取回它的记录。</translation>
    </message>
    <message>
        <source>This server does not know branch “%1”. It serves: %2.</source>
        <translation>本服务器没有网点“%1”。现有网点：%2。</translation>
    </message>
    <message>
        <source>This server does not stand in for another. Start one with: lobby stand-in.</source>
        <translation>本服务器不是备用服务器。请用 lobby stand-in 启动备用服务器。</translation>
    </message>
    <message>
        <source>This server has no stand-in; it is always in charge.</source>
        <translation>本服务器没有备用服务器，始终由它负责。</translation>
    </message>
    <message>
        <source>This server may not decide at the moment. Nothing was changed; try again.</source>
        <translation>本服务器现在不能做决定。没有任何改动，请重试。</translation>
    </message>
    <message>
        <source>This sign-in took too long or was begun on another device. Begin again.</source>
        <translation>本次登录超时，或是在另一台设备上开始的。请重新登录。</translation>
    </message>
    <message>
        <source>Ticket %1 cannot give “%2” away. It still needs: %3.</source>
        <translation>%1 号不能分出“%2”。该号还要办理：%3。</translation>
    </message>
    <message>
        <source>Ticket %1 has nothing that could be split off as %2. Choose one that was joined.</source>
        <translation>%1 号上没有可以拆出的 %2 号。请选择合并到该号的号票。</translation>
    </message>
    <message>
        <source>Ticket %1 is %2, so it cannot be %3. Refresh the list and choose again.</source>
        <translation>%1 号票的状态是%2，不能%3。请刷新列表后重新选择。</translation>
    </message>
    <message>
        <source>Ticket %1 is at counter %2 now, and stays there. Look, then press the key again.</source>
        <translation>%1 号现在已在 %2 号窗口，未作改动。请看清后再按一次。</translation>
    </message>
    <message>
        <source>Ticket %1 is kept for %2. Ask there, or ask the lobby lead to call it.</source>
        <translation>%1 号留给 %2 办理。请到那里询问，或请大堂经理叫号。</translation>
    </message>
    <message>
        <source>Ticket %1 is like that already. Choose another service or segment.</source>
        <translation>%1 号已经是这样。请选择其他业务或客户类别。</translation>
    </message>
    <message>
        <source>Ticket %1 was put aside %2 times already. Let it wait, or cancel it.</source>
        <translation>%1 号已经推迟过 %2 次。请继续等候，或取消该号。</translation>
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
        <source>Ticket %1: say which kiosk is to print the slip.</source>
        <translation>%1 号票：请指定由哪台取号机打印。</translation>
    </message>
    <message>
        <source>Tickets %1 and %2 cannot be joined. Choose two different tickets that are waiting.</source>
        <translation>%1 号和 %2 号不能合并。请选择两张正在等候的不同号票。</translation>
    </message>
    <message>
        <source>Tickets were given until %1 today. The branch opens again on %2 at %3.</source>
        <translation>今日取号已于 %1 结束。本网点将于 %2 %3 再次开门。</translation>
    </message>
    <message>
        <source>Too many requests. Wait %1 s and try again.</source>
        <translation>请求过于频繁。请等待 %1 秒后再试。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1 s, or ask a manager for a new PIN.</source>
        <translation>密码错误次数过多。请等 %1 秒，或请主管重设密码。</translation>
    </message>
    <message>
        <source>Too much is waiting for branch %1. Nothing was booked; try again in a minute.</source>
        <translation>等待网点 %1 处理的事项过多。没有预约成功，请一分钟后再试。</translation>
    </message>
    <message>
        <source>We have %1 messages from you about this visit already. Please talk to our staff.</source>
        <translation>关于这次办理，您已留言 %1 条。请直接与我们的工作人员联系。</translation>
    </message>
    <message>
        <source>Windows cannot open: system libraries are missing. Run: sudo apt-get install %1</source>
        <translation>缺少系统库，无法打开窗口。请运行：sudo apt-get install %1</translation>
    </message>
    <message>
        <source>With %1 “%2” the profile does not fit together: %3</source>
        <translation>用 %1“%2”时，网点配置自相矛盾：%3</translation>
    </message>
    <message>
        <source>With at most %1 changes there is no roster: the present one has people on leave, twice, or without rest. At least %2 are needed; allow as many with --change-at-most.</source>
        <translation>最多改动 %1 处排不出班表：现有班表中有人休假、重复或休息不足。至少需要改动 %2 处；请用 --change-at-most 允许这么多。</translation>
    </message>
    <message>
        <source>Without TLS everybody in the network at %1 could read keys and PINs. Give --tls-cert and --tls-key (lobby tls self-signed makes them), or say --insecure-lan.</source>
        <translation>不用 TLS，%1 所在网络中的任何人都能读到密钥和密码。请指定 --tls-cert 和 --tls-key（可用 lobby tls self-signed 生成），或明确指定 --insecure-lan。</translation>
    </message>
    <message>
        <source>You have ticket %1 already. Use that one, or ask our staff to add to it.</source>
        <translation>您已有 %1 号。请用该号，或请工作人员在该号上添加业务。</translation>
    </message>
    <message>
        <source>You wrote this change, so another supervisor or manager has to approve it.</source>
        <translation>这份变更由您编写，须由另一位主管或行长批准。</translation>
    </message>
    <message>
        <source>Your groups in the bank's directory give you no role here. Ask IT to add you to one.</source>
        <translation>您在行内账号系统中的用户组在本网点没有对应岗位。请科技部门把您加入相应的组。</translation>
    </message>
    <message>
        <source>“%1” cannot be booked at that time. Choose one of the times offered.</source>
        <translation>该时间不能预约“%1”。请选择列出的时间。</translation>
    </message>
    <message>
        <source>“%1” is no category or root cause of this branch. Choose one of: %2.</source>
        <translation>本网点没有“%1”这个类别或原因。请从以下各项中选择：%2。</translation>
    </message>
    <message>
        <source>“%1” is no colour. Write it as #RRGGBB, for example #0A5C9E.</source>
        <translation>“%1”不是颜色。请写成 #RRGGBB，例如 #0A5C9E。</translation>
    </message>
    <message>
        <source>“%1” is no kind of file to export to. Choose a name that ends with .pdf, .xlsx, .png or .json.</source>
        <translation>不能导出为“%1”这种文件。请使用以 .pdf、.xlsx、.png 或 .json 结尾的名称。</translation>
    </message>
    <message>
        <source>“%1” is no reason that a mark has here. The profile has: %2.</source>
        <translation>评价没有“%1”这个原因。档案中有：%2。</translation>
    </message>
    <message>
        <source>“%1” is not suspended. Nothing is left to resume.</source>
        <translation>“%1”没有暂停，无需恢复。</translation>
    </message>
    <message>
        <source>“%1” is nothing that a search of layouts knows. %2</source>
        <translation>布局搜索不认识“%1”。%2</translation>
    </message>
    <message>
        <source>“%1” is nothing that a search of policies knows. %2</source>
        <translation>策略搜索不认识“%1”。%2</translation>
    </message>
    <message>
        <source>“%1” is on this ticket already. Leave it out once.</source>
        <translation>“%1”已在这张号票上。请去掉重复的一项。</translation>
    </message>
    <message>
        <source>“%1” is suspended at the moment. Ask our staff when it will be back.</source>
        <translation>“%1”暂停办理。请咨询工作人员何时恢复。</translation>
    </message>
    <message>
        <source>“lobby %1” did not work: %2. Its output is in %3.</source>
        <translation>“lobby %1”没有成功：%2。输出在 %3。</translation>
    </message>
</context>
</TS>
